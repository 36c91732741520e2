/** How far back a familiar agent is looked for. */
import type { StickyStep } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { setStep } from "../../../editor/routing/step-commands.ts";
import { DurationField } from "../../../fields/DurationField.tsx";
import { useRoutingEditor } from "../routing-editor.ts";
import styles from "./panels.module.css";
import type { StepFormProps } from "./StepPanel.tsx";

export function StickyStepForm({ step, place }: StepFormProps<StickyStep>) {
  const { t } = useTranslation();
  const { execute, readOnly } = useRoutingEditor();
  return (
    <div className={styles.field}>
      <span id="routing-sticky">{t("routing.form.sticky")}</span>
      <DurationField
        days="elapsed"
        disabled={readOnly}
        aria-labelledby="routing-sticky"
        value={step.sticky}
        onChange={(sticky) => sticky !== undefined && execute(setStep(place, { sticky }))}
      />
      <small>{t("routing.form.stickyHint")}</small>
    </div>
  );
}
