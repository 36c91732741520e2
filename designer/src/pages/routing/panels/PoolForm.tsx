/** Who may claim from a pool, what they are given first, and when somebody is told that it lies too long. */
import type { Pool } from "@sluice/schemas";
import { Input, InputNumber, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { renamePool, setPool } from "../../../editor/routing/pool-commands.ts";
import { inLanguage } from "../../../explain/names.ts";
import { DurationField } from "../../../fields/DurationField.tsx";
import { useRoutingEditor } from "../routing-editor.ts";
import { isForEveryone } from "../words.ts";
import styles from "./panels.module.css";

const orders = ["due-first", "priority-first", "oldest-first"] as const;
const picks = ["head", "any"] as const;
const spans = ["warnAfter", "escalateAfter", "claimTimeout"] as const;

export interface PoolFormProps {
  readonly poolKey: string;
  readonly pool: Pool;
}

/** The pool without what was emptied. */
function without(pool: Pool, field: keyof Pool): Pool {
  const { [field]: _, ...rest } = pool;
  return rest;
}

export function PoolForm({ poolKey, pool }: PoolFormProps) {
  const { t } = useTranslation();
  const { execute, readOnly } = useRoutingEditor();
  const set = <F extends keyof Pool>(field: F, value: Pool[F] | undefined) =>
    execute(
      setPool(poolKey, value === undefined ? without(pool, field) : { ...pool, [field]: value }, field),
    );
  return (
    <>
      <div className={styles.field}>
        <label htmlFor="routing-pool-name">{t("routing.pools.name")}</label>
        <Input
          id="routing-pool-name"
          disabled={readOnly}
          value={pool.name ?? ""}
          placeholder={poolKey}
          onChange={({ target }) => execute(renamePool(poolKey, target.value))}
        />
      </div>
      <Claimers pool={pool} disabled={readOnly} onChange={(groups) => set("groups", [...groups])} />
      <div className={styles.pair}>
        <div className={styles.field}>
          <span id="routing-pool-order">{t("routing.pools.order")}</span>
          <Select
            aria-labelledby="routing-pool-order"
            disabled={readOnly}
            value={pool.order ?? "due-first"}
            options={orders.map((value) => ({ value, label: t(`routing.pools.orders.${value}`) }))}
            onChange={(order) => set("order", order)}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor="routing-pool-limit">{t("routing.pools.claimLimit")}</label>
          <InputNumber
            id="routing-pool-limit"
            style={{ width: "100%" }}
            min={1}
            precision={0}
            disabled={readOnly}
            placeholder={t("routing.pools.unlimited")}
            value={pool.claimLimit ?? null}
            onChange={(limit) => set("claimLimit", limit ?? undefined)}
          />
        </div>
      </div>
      <div className={styles.field}>
        <span id="routing-pool-pick">{t("routing.pools.pick")}</span>
        <Radio.Group
          aria-labelledby="routing-pool-pick"
          disabled={readOnly}
          value={pool.pick ?? "head"}
          options={picks.map((value) => ({ value, label: t(`routing.pools.picks.${value}`) }))}
          onChange={({ target }) => set("pick", target.value as Pool["pick"])}
        />
      </div>
      {spans.map((field) => (
        <div key={field} className={styles.field}>
          <span id={`routing-pool-${field}`}>{t(`routing.pools.${field}`)}</span>
          <DurationField
            days="elapsed"
            optional
            disabled={readOnly}
            aria-labelledby={`routing-pool-${field}`}
            placeholder={t("routing.pools.never")}
            value={pool[field]}
            onChange={(span) => set(field, span)}
          />
        </div>
      ))}
    </>
  );
}

interface ClaimersProps {
  readonly pool: Pool;
  readonly disabled: boolean;
  readonly onChange: (groups: readonly string[]) => void;
}

function Claimers({ pool, disabled, onChange }: ClaimersProps) {
  const { t, i18n } = useTranslation();
  const { groups } = useVocabulary();
  const everyone = isForEveryone(pool);
  const first = groups[0]?.key;
  return (
    <div className={styles.field}>
      <span id="routing-pool-groups">{t("routing.pools.groups")}</span>
      <Radio.Group
        aria-labelledby="routing-pool-groups"
        disabled={disabled || first === undefined}
        value={everyone}
        options={[
          { value: true, label: t("routing.pools.everyone") },
          { value: false, label: t("routing.pools.chosen") },
        ]}
        onChange={({ target }) => onChange(target.value ? ["*"] : [first ?? "*"])}
      />
      {everyone ? null : (
        <Select
          mode="multiple"
          aria-labelledby="routing-pool-groups"
          disabled={disabled}
          value={pool.groups ?? []}
          showSearch={{ optionFilterProp: "label" }}
          options={groups.map(({ key, label }) => ({ value: key, label: inLanguage(label, i18n.language) }))}
          onChange={(keys: string[]) => onChange(keys)}
        />
      )}
    </div>
  );
}
