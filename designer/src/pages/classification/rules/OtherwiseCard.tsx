/** The last card: what a ticket gets where no rule gave it anything. */
import type { ClassificationSpec, Finding } from "@sluice/schemas";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { NodeFindings } from "../../../conditions/NodeMarks.tsx";
import { setOtherwise } from "../../../editor/classification/outcome-commands.ts";
import styles from "./card.module.css";
import formStyles from "./form.module.css";
import { useListActions } from "./list-actions.ts";
import { OutcomeEditor } from "./OutcomeEditor.tsx";
import { OutcomeLine } from "./OutcomeLine.tsx";

export interface OtherwiseCardProps {
  readonly otherwise: ClassificationSpec["otherwise"];
  readonly findings: readonly Finding[];
  /** A new object each time somebody asks to see it. */
  readonly asked: object | null;
  /** Something of the tried ticket's outcome came from here. */
  readonly used: boolean;
}

export function OtherwiseCard({ otherwise = {}, findings, asked, used }: OtherwiseCardProps) {
  const { t } = useTranslation();
  const { execute, readOnly } = useListActions();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked === null) return;
    setOpen(true);
    box.current?.scrollIntoView({ block: "nearest" });
    box.current?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
  }, [asked]);
  return (
    <article
      ref={box}
      className={styles.card}
      data-open={open}
      data-state={used ? "matched" : undefined}
      data-otherwise
      aria-label={t("classification.otherwise.label")}
    >
      <div className={styles.head}>
        <button type="button" className={styles.sentence} aria-expanded={open} onClick={() => setOpen(!open)}>
          <strong className={styles.name}>{t("classification.otherwise.title")}</strong>
          <span className={styles.when}>{t("classification.otherwise.sentence")}</span>
          {open ? null : <OutcomeLine then={otherwise} />}
        </button>
      </div>
      {open ? (
        <div className={formStyles.form}>
          <NodeFindings findings={findings} />
          <OutcomeEditor
            outcome={otherwise}
            disabled={readOnly}
            onChange={(part) => execute(setOtherwise(part))}
          />
          <small>{t("classification.otherwise.tagsHelp")}</small>
        </div>
      ) : null}
    </article>
  );
}
