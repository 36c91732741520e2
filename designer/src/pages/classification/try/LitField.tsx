/** A text field in which the words that rules found are lit: the same text lies behind it, its marks coloured. */
import { useId } from "react";
import { type LitSpan, litPieces } from "./lit-words.ts";
import styles from "./try.module.css";

export interface LitFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly lit: readonly LitSpan[];
  /** One line only: Enter does not break it. */
  readonly single?: boolean;
}

export function LitField({ label, placeholder, value, onChange, lit, single = false }: LitFieldProps) {
  const id = useId();
  return (
    <div className={styles.lit} data-single={single}>
      <div className={styles.behind} aria-hidden>
        {litPieces(value, lit).map(({ start, text, lit: how }) =>
          how === "no" ? (
            <span key={start}>{text}</span>
          ) : (
            <mark key={start} data-strong={how === "strong"}>
              {text}
            </mark>
          ),
        )}
        {/* A last line break would have no height of its own. */}
        {"\u200b"}
      </div>
      <textarea
        id={id}
        rows={single ? 1 : 3}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={({ target }) => onChange(single ? target.value.replaceAll("\n", " ") : target.value)}
      />
    </div>
  );
}
