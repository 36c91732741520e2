/** A list to choose from by typing and arrow keys: quick-add, find, and where a connection goes. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./chooser.module.css";

export interface Choice {
  readonly id: string;
  readonly text: string;
  /** Quietly at the end of the line, or why it cannot be chosen. */
  readonly meta?: string;
  readonly group?: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

export interface ChooserProps {
  readonly title: string;
  readonly placeholder: string;
  /** The choices that fit what is typed. */
  readonly choicesFor: (typed: string) => readonly Choice[];
  readonly onChoose: (id: string) => void;
  /** The choice under the arrow keys or the pointer; `null` when the list closes. */
  readonly onMark?: (id: string | null) => void;
  readonly onClose: () => void;
}

/** The next choice that can be taken, round and round. */
function step(choices: readonly Choice[], from: number, by: 1 | -1): number {
  for (let at = 1; at <= choices.length; at += 1) {
    const index = (from + by * at + choices.length * at) % choices.length;
    if (!choices[index]?.disabled) return index;
  }
  return from;
}

export function Chooser({ title, placeholder, choicesFor, onChoose, onMark, onClose }: ChooserProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState(0);
  const listId = useId();
  const choices = choicesFor(typed);
  const marked =
    choices[wanted]?.disabled === false || !choices[wanted]?.disabled ? wanted : step(choices, wanted, 1);
  const markedId = choices[marked]?.disabled ? undefined : choices[marked]?.id;
  useEffect(() => {
    onMark?.(markedId ?? null);
  }, [markedId, onMark]);
  useEffect(() => () => onMark?.(null), [onMark]);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      if (choices.length > 0) setWanted(step(choices, marked, by));
    }
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      onClose();
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (markedId !== undefined) onChoose(markedId);
    }
  };
  return (
    <div className={styles.chooser} role="dialog" aria-label={title}>
      <p className={styles.title}>{title}</p>
      <input
        // biome-ignore lint/a11y/noAutofocus: the list is opened to type into it
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={markedId === undefined ? undefined : `${listId}-${marked}`}
        aria-label={title}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setWanted(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!event.currentTarget.parentElement?.contains(event.relatedTarget)) onClose();
        }}
      />
      <ChoiceList id={listId} choices={choices} marked={marked} onChoose={onChoose} onMark={setWanted} />
      {choices.length === 0 ? <p className={styles.none}>{t("workflow.chooser.none")}</p> : null}
      <footer>{t("workflow.chooser.hint")}</footer>
    </div>
  );
}

interface ChoiceListProps {
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly marked: number;
  readonly onChoose: (id: string) => void;
  readonly onMark: (index: number) => void;
}

function ChoiceList({ id, choices, marked, onChoose, onMark }: ChoiceListProps) {
  return (
    <div id={id} role="listbox" tabIndex={-1} aria-label={id} className={styles.list}>
      {choices.map((choice, index) => (
        <div key={choice.id} role="presentation">
          {choice.group === choices[index - 1]?.group ? null : (
            <div className={styles.group} aria-hidden="true">
              {choice.group}
            </div>
          )}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input above holds the focus and takes the keys */}
          <div
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            aria-disabled={choice.disabled}
            className={styles.option}
            ref={(element) => {
              if (index === marked) element?.scrollIntoView({ block: "nearest" });
            }}
            // The input keeps the focus, or the list would close before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => (choice.disabled ? undefined : onChoose(choice.id))}
            onMouseMove={() => (choice.disabled ? undefined : onMark(index))}
          >
            {choice.icon}
            <span>{choice.text}</span>
            {choice.meta ? <small>{choice.meta}</small> : null}
          </div>
        </div>
      ))}
    </div>
  );
}
