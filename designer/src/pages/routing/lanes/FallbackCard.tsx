/** Where a lane that runs out leads: the fallback pool, faint, as the route does not name it. */
import { InboxOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { useRoutingEditor } from "../routing-editor.ts";
import { poolName } from "../words.ts";
import styles from "./lanes.module.css";

export function FallbackCard() {
  const { t } = useTranslation();
  const { spec } = useRoutingEditor().document;
  return (
    <li className={styles.card} data-kind="fallback">
      <div className={styles.cardHead}>
        <span className={styles.icon}>
          <InboxOutlined aria-hidden />
        </span>
        <span className={styles.cardName}>{poolName(spec, spec.fallback.pool)}</span>
      </div>
      <p className={styles.what}>{t("routing.step.fallback")}</p>
    </li>
  );
}
