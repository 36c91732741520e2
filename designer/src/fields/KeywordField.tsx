/**
 * Keywords as chips: typed, or pasted by the column; each once, as the engine compares them.
 * Arrow keys walk from the input into the chips, Backspace and Delete remove; a long list is folded.
 */
import { CloseOutlined } from "@ant-design/icons";
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type FieldProps, labelsOf } from "./field-props.ts";
import styles from "./fields.module.css";
import {
  addWords,
  endsWord,
  longestKeyword,
  repeatedWords,
  shownIndexes,
  splitWords,
} from "./keyword-words.ts";
import { useNormalise } from "./use-normalise.ts";

/** Chips that are shown before a list is folded. */
const mostShown = 60;
/** From here on their number is said. */
const manyWords = 12;

export interface KeywordFieldProps extends FieldProps<readonly string[]> {
  /** Words that were found in a text being tried. */
  readonly lit?: readonly string[] | undefined;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean;
  readonly status?: "error" | "warning" | undefined;
  /** Words count as the same only when they are written the same: for tags and ids. */
  readonly exact?: boolean;
}

const asWritten = (word: string): string => word;

function useKeywords({ value, onChange, exact = false }: KeywordFieldProps) {
  const loose = useNormalise(!exact);
  const normalise = exact ? asWritten : loose;
  const [typed, setTyped] = useState("");
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const add = (text: string) => {
    const added = addWords(
      value,
      splitWords(text).map((word) => word.slice(0, longestKeyword)),
      normalise,
    );
    setTyped("");
    setSkipped(added.skipped);
    if (added.words.length > value.length) onChange(added.words);
  };
  const remove = (index: number) => {
    setSkipped([]);
    onChange(value.filter((_, at) => at !== index));
  };
  const type = (text: string) => {
    setSkipped([]);
    if (endsWord(text)) add(text);
    else setTyped(text);
  };
  return { typed, skipped, add, remove, type, repeated: repeatedWords(value, normalise), normalise };
}

interface ChipProps {
  readonly word: string;
  readonly place: number;
  readonly total: number;
  readonly lit: boolean;
  readonly twin: string | undefined;
  readonly disabled: boolean;
  readonly onRemove: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Chip({ word, place, total, lit, twin, disabled, onRemove, onKeyDown }: ChipProps) {
  const { t } = useTranslation();
  const name = t("fields.keywords.chip", { word, place, total });
  const said = twin === undefined ? "" : t("fields.keywords.duplicate", { other: twin });
  return (
    <li className={styles.chip} data-lit={lit} data-twin={twin !== undefined}>
      <button
        type="button"
        className={styles.word}
        tabIndex={-1}
        data-chip={place - 1}
        disabled={disabled}
        title={said || (word.length > 16 ? word : undefined)}
        aria-label={[name, lit ? t("fields.keywords.lit") : "", said].filter(Boolean).join(" · ")}
        onKeyDown={onKeyDown}
      >
        {word}
      </button>
      {disabled ? null : (
        <button
          type="button"
          className={styles.cross}
          tabIndex={-1}
          aria-label={t("fields.keywords.remove", { word })}
          onClick={onRemove}
        >
          <CloseOutlined />
        </button>
      )}
    </li>
  );
}

export function KeywordField(props: KeywordFieldProps) {
  const {
    value,
    lit = [],
    disabled = false,
    size = "middle",
    placeholder,
    autoFocus = false,
    status,
  } = props;
  const { t } = useTranslation();
  const { typed, skipped, add, remove, type, repeated, normalise } = useKeywords(props);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const noteId = useId();
  const litForms = new Set(lit.map(normalise));
  const isLit = (index: number) => litForms.has(normalise(value[index] ?? ""));
  const most = open ? value.length : mostShown;
  const shown = shownIndexes(value.length, most, (index) => isLit(index) || repeated.has(index));

  /** The chip at a place in the row; past the last one is the input. */
  const goTo = (place: number) => {
    const chips = box.current?.querySelectorAll<HTMLElement>("[data-chip]") ?? [];
    const target = place < 0 ? chips[0] : chips[place];
    (target ?? input.current)?.focus();
  };
  const onChipKey = (event: KeyboardEvent, index: number, place: number) => {
    if (event.key === "ArrowLeft") goTo(place - 1);
    else if (event.key === "ArrowRight") goTo(place + 1);
    else if (event.key === "Home") goTo(0);
    else if (event.key === "End") input.current?.focus();
    else if (event.key === "Backspace" || event.key === "Delete") {
      remove(index);
      goTo(event.key === "Backspace" && place > 0 ? place - 1 : place + 1);
    } else return;
    event.preventDefault();
  };
  const onInputKey = (event: KeyboardEvent<HTMLInputElement>) => {
    // An input method uses Enter to take a candidate.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && typed.trim() !== "") {
      event.preventDefault();
      add(typed);
    }
    const atStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0;
    if (event.key === "Backspace" && typed === "" && value.length > 0) remove(value.length - 1);
    if (event.key === "ArrowLeft" && atStart && shown.length > 0) goTo(shown.length - 1);
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text");
    if (!endsWord(text)) return;
    event.preventDefault();
    add(typed + text);
  };
  const note =
    skipped.length > 0
      ? t("fields.keywords.skipped", { words: skipped.slice(0, 5).join(t("conditions.sentence.join")) })
      : "";
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the chips is only a longer way to the input
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      ref={box}
      className={styles.keywords}
      data-size={size}
      data-disabled={disabled}
      data-status={status}
      onClick={(event) => event.target === event.currentTarget && input.current?.focus()}
    >
      {value.length > 0 ? (
        <ul className={styles.chips}>
          {shown.map((index, place) => (
            <Chip
              key={`${value[index]}-${repeated.has(index) ? index : ""}`}
              word={value[index] ?? ""}
              place={index + 1}
              total={value.length}
              lit={isLit(index)}
              twin={repeated.get(index)}
              disabled={disabled}
              onRemove={() => {
                remove(index);
                input.current?.focus();
              }}
              onKeyDown={(event) => onChipKey(event, index, place)}
            />
          ))}
        </ul>
      ) : null}
      {value.length > mostShown ? (
        <button type="button" className={styles.fold} onClick={() => setOpen(!open)} aria-expanded={open}>
          {open
            ? t("fields.keywords.collapse")
            : t("fields.keywords.expand", { n: value.length - shown.length })}
        </button>
      ) : null}
      <input
        ref={input}
        aria-label={t("fields.keywords.label")}
        {...labelsOf(props)}
        className={styles.typed}
        value={typed}
        // biome-ignore lint/a11y/noAutofocus: a comparison that was just added asks for its keywords
        autoFocus={autoFocus}
        aria-describedby={note === "" ? props["aria-describedby"] : noteId}
        placeholder={value.length > 0 ? undefined : (placeholder ?? t("fields.keywords.placeholder"))}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onInputKey}
        onPaste={onPaste}
        onBlur={() => typed.trim() !== "" && add(typed)}
      />
      {value.length > manyWords ? (
        <span className={styles.meta}>{t("fields.keywords.count", { n: value.length })}</span>
      ) : null}
      <span id={noteId} className={styles.note} role="status">
        {note}
      </span>
    </div>
  );
}
