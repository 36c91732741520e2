/** The condition as lines and groups, and the documents that use it below. */
import { useTranslation } from "react-i18next";
import { ConditionBuilder } from "../../conditions/ConditionBuilder.tsx";
import type { DrawingProps } from "../../document/drawing.ts";
import { findingsBelow } from "../../document/findings-below.ts";
import { setWhen } from "../../editor/segment/segment-commands.ts";
import { SegmentUses } from "./SegmentUses.tsx";
import styles from "./segments.module.css";

export function SegmentDrawing({ document, execute, findings, readOnly }: DrawingProps<"segment">) {
  const { t } = useTranslation();
  return (
    <div className={styles.drawing}>
      <section className={styles.box} aria-labelledby="segment-when">
        <h2 id="segment-when">{t("segments.when")}</h2>
        {document.description ? <p className={styles.quiet}>{document.description}</p> : null}
        <ConditionBuilder
          aria-labelledby="segment-when"
          value={document.spec.when}
          onChange={(when) => execute(setWhen(when))}
          findings={findingsBelow(findings, "/spec/when")}
          disabled={readOnly}
        />
      </section>
      <SegmentUses segment={document.key} />
    </div>
  );
}
