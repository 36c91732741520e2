/** The pools as cards: what lies in each, who may claim, and when somebody is told. */
import { PlusOutlined } from "@ant-design/icons";
import type { Pool } from "@sluice/schemas";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { findingsBelow } from "../../../document/findings-below.ts";
import { addPool } from "../../../editor/routing/pool-commands.ts";
import { freshId } from "../../../editor/routing/routes.ts";
import { formatAge } from "../../../format/duration.ts";
import { useNowEvery } from "../../../ui/use-now.ts";
import { Remarks } from "../lanes/StepCard.tsx";
import { useRoutingEditor } from "../routing-editor.ts";
import { useRoutingTrial } from "../trial/routing-trial.ts";
import { isFallback } from "../trial/trial-marks.ts";
import { claimersText, poolName, spanText } from "../words.ts";
import styles from "./pools.module.css";

export function Pools() {
  const { t } = useTranslation();
  const { document, execute, open, readOnly } = useRoutingEditor();
  const { spec } = document;
  const add = () => {
    const key = freshId("pool", Object.keys(spec.pools));
    const pool: Pool = { name: t("routing.pools.newName"), groups: ["*"] };
    if (execute(addPool(key, pool))) open({ type: "pool", pool: key });
  };
  return (
    <section className={styles.box} aria-labelledby="routing-pools">
      <header>
        <h2 id="routing-pools">{t("routing.pools.title")}</h2>
        <span>{t("routing.pools.hint")}</span>
        {readOnly ? null : (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
            {t("routing.addPool")}
          </Button>
        )}
      </header>
      <ul className={styles.cards}>
        {Object.entries(spec.pools).map(([key, pool]) => (
          <PoolCard key={key} poolKey={key} pool={pool} />
        ))}
      </ul>
    </section>
  );
}

function PoolCard({ poolKey, pool }: { poolKey: string; pool: Pool }) {
  const { t } = useTranslation();
  const { document, open, panel, names, findings } = useRoutingEditor();
  const { answer } = useRoutingTrial();
  const { spec } = document;
  const name = poolName(spec, poolKey);
  const { pick = "head", order = "due-first", claimLimit, warnAfter, escalateAfter, claimTimeout } = pool;
  const spans = [
    warnAfter && t("routing.pools.warn", { span: spanText(warnAfter, t) }),
    escalateAfter && t("routing.pools.escalate", { span: spanText(escalateAfter, t) }),
    claimTimeout && t("routing.pools.returns", { span: spanText(claimTimeout, t) }),
  ].filter(Boolean);
  const limit = claimLimit === undefined ? [] : [t("routing.pools.claimLimitShort", { count: claimLimit })];
  const lit = answer !== null && isFallback(answer) && spec.fallback.pool === poolKey;
  return (
    <li
      className={styles.card}
      data-pool={poolKey}
      data-open={panel?.type === "pool" && panel.pool === poolKey}
      data-trial={lit ? "reached" : undefined}
    >
      <div className={styles.head}>
        <button
          type="button"
          aria-label={t("routing.pools.open", { name })}
          onClick={() => open({ type: "pool", pool: poolKey })}
        >
          {name}
        </button>
        <Remarks findings={findingsBelow(findings, `/spec/pools/${poolKey}`)} />
        {spec.fallback.pool === poolKey ? <em>{t("routing.pools.fallback")}</em> : null}
      </div>
      <Lying pool={poolKey} />
      <p>{t("routing.step.claimers", { groups: claimersText(pool, names, t) })}</p>
      <p>
        {[t(`routing.pools.pickShort.${pick}`), t(`routing.pools.orders.${order}`), ...limit].join(" · ")}
      </p>
      <p>{spans.join(" · ")}</p>
    </li>
  );
}

function Lying({ pool }: { pool: string }) {
  const { t } = useTranslation();
  const { load } = useRoutingEditor();
  const now = useNowEvery(30_000);
  const lies = load?.pools.get(pool);
  const count = lies?.count ?? 0;
  const text = t("routing.pools.count", { count });
  return (
    <p className={styles.lying}>
      {count > 0 ? <Link to={`/tickets?pool=${encodeURIComponent(pool)}`}>{text}</Link> : <b>{text}</b>}
      <span>
        {lies?.oldestAt
          ? t("routing.pools.oldest", { length: formatAge(now - Date.parse(lies.oldestAt), t) })
          : t("routing.pools.waiting")}
      </span>
    </p>
  );
}
