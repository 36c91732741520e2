/** A pool at the end of a lane: what lies in it. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatAge } from "../../../format/duration.ts";
import { useNowEvery } from "../../../ui/use-now.ts";
import { useRoutingEditor } from "../routing-editor.ts";
import styles from "./lanes.module.css";

export function PoolFace({ pool }: { pool: string }) {
  const { t } = useTranslation();
  const { document, load } = useRoutingEditor();
  const now = useNowEvery(30_000);
  if (!Object.hasOwn(document.spec.pools, pool))
    return <p className={styles.missing}>{t("routing.step.missingPool")}</p>;
  const lies = load?.pools.get(pool);
  if (!lies || lies.count === 0) return <p className={styles.what}>{t("routing.step.emptyPool")}</p>;
  const age = lies.oldestAt === null ? null : formatAge(now - Date.parse(lies.oldestAt), t);
  return (
    <p className={styles.figures}>
      <Link to={`/tickets?pool=${encodeURIComponent(pool)}`}>
        {t("routing.step.inPool", { count: lies.count })}
      </Link>
      {age === null ? null : <span>{t("routing.step.oldest", { length: age })}</span>}
    </p>
  );
}
