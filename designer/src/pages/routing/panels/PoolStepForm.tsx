/** Which pool a route ends in. */
import type { PoolStep } from "@sluice/schemas";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { setStep } from "../../../editor/routing/step-commands.ts";
import { useRoutingEditor } from "../routing-editor.ts";
import { poolName } from "../words.ts";
import styles from "./panels.module.css";
import type { StepFormProps } from "./StepPanel.tsx";

export function PoolStepForm({ step, place }: StepFormProps<PoolStep>) {
  const { t } = useTranslation();
  const { document, execute, readOnly, open } = useRoutingEditor();
  const { spec } = document;
  const known = Object.hasOwn(spec.pools, step.pool);
  return (
    <div className={styles.field}>
      <span id="routing-pool-step">{t("routing.form.pool")}</span>
      <Select
        aria-labelledby="routing-pool-step"
        disabled={readOnly}
        value={step.pool}
        status={known ? "" : "error"}
        options={Object.keys(spec.pools).map((key) => ({ value: key, label: poolName(spec, key) }))}
        onChange={(pool) => execute(setStep(place, { pool }))}
      />
      <small>{t("routing.form.poolHint")}</small>
      {known ? (
        <div>
          <Button size="small" onClick={() => open({ type: "pool", pool: step.pool })}>
            {t("routing.pools.open", { name: poolName(spec, step.pool) })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
