/** The input that stands in a cell while it is written. */
import { Select } from "antd";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { inLanguage } from "../../../explain/names.ts";
import styles from "./matrix.module.css";

export interface CellEditorProps {
  readonly text: string;
  /** Begun by typing: arrows leave the cell. */
  readonly typed: boolean;
  readonly label: string;
  /** Id of the line that says how the text is understood. */
  readonly describedBy: string;
  /** Told with every letter, so that both readings can be shown. */
  readonly onText: (text: string) => void;
  /** Takes the text over and goes where the key leads; false keeps the cell open. */
  readonly leave: (text: string, key: string, back: boolean) => boolean;
  readonly commit: (text: string) => boolean;
  readonly cancel: () => void;
}

export function CellEditor(props: CellEditorProps) {
  const { text, typed, label, describedBy, onText, leave, commit, cancel } = props;
  const [value, setValue] = useState(text);
  const [refused, setRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useEffect(() => {
    input.current?.focus();
    if (!typed) input.current?.select();
  }, [typed]);

  const go = (key: string, back: boolean) => {
    left.current = leave(value, key, back);
    setRefused(!left.current);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const { key } = event;
    if (event.nativeEvent.isComposing) return;
    const arrow = key === "ArrowUp" || key === "ArrowDown" || (typed && /^Arrow/.test(key));
    if (key === "Escape") {
      left.current = true;
      cancel();
    } else if (key === "Enter" || key === "Tab" || arrow) go(key, event.shiftKey);
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      className={styles.input}
      value={value}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={refused}
      autoComplete="off"
      spellCheck={false}
      onChange={({ target }) => {
        setValue(target.value);
        setRefused(false);
        onText(target.value);
      }}
      onKeyDown={onKeyDown}
      onPaste={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onBlur={() => {
        if (!left.current && !commit(value)) setRefused(true);
      }}
    />
  );
}

/** For the platform's deadline: the facts that can hold an instant. */
export function FactEditor({ text, label, leave, cancel }: CellEditorProps) {
  const { t, i18n } = useTranslation();
  const { catalog } = useVocabulary();
  const options = catalog.facts
    .filter(({ type, id }) => type === "instant" || id === text)
    .map(({ id, label: name }) => ({ value: id, label: inLanguage(name, i18n.language) }));
  return (
    <Select
      className={styles.fact ?? ""}
      defaultOpen
      autoFocus
      showSearch={{ optionFilterProp: "label" }}
      allowClear
      size="small"
      variant="borderless"
      popupMatchSelectWidth={280}
      aria-label={label}
      placeholder={t("sla.cell.chooseFact")}
      value={text === "" ? undefined : text}
      options={options}
      onKeyDown={(event) => event.stopPropagation()}
      onChange={(fact: string | undefined) => leave(fact ?? "", "none", false)}
      onBlur={cancel}
    />
  );
}
