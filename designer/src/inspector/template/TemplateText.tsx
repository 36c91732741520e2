/** A text area with marks behind it: what stands in the template is seen where it stands, with its faults. */
import type { ComponentProps, CSSProperties, Ref } from "react";
import styles from "./template.module.css";
import type { UnknownName } from "./template-names.ts";
import { templatePieces } from "./template-pieces.ts";

type AreaProps = Omit<ComponentProps<"textarea">, "ref" | "value">;

export interface TemplateTextProps extends AreaProps {
  readonly value: string;
  readonly unknown: readonly UnknownName[];
  readonly rows: number;
  readonly areaRef: Ref<HTMLTextAreaElement>;
}

/** Grows with its text, from `rows` lines on. */
export function TemplateText({ value, unknown, rows, areaRef, ...area }: TemplateTextProps) {
  return (
    <div className={styles.text} style={{ "--rows": rows } as CSSProperties}>
      <div className={styles.backdrop} aria-hidden="true">
        {templatePieces(value, unknown).map(({ start, text, kind }) => (
          <span key={start} data-kind={kind}>
            {text}
          </span>
        ))}
        {/* A last line that is empty has its height too. */}
        {"\u200b"}
      </div>
      <textarea
        ref={areaRef}
        {...area}
        className={styles.area}
        rows={rows}
        value={value}
        spellCheck={false}
      />
    </div>
  );
}
