/** What moving came to: how many moved, and which stayed and why. */
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MovePlan } from "../../../client/operations.ts";
import styles from "./run.module.css";

export function Moved({ result: { migrated, refused } }: { result: MovePlan }) {
  const { t } = useTranslation();
  return (
    <div className={styles.move} role="status">
      <Alert type="success" showIcon title={t("operations.move.moved", { count: migrated })} />
      {refused.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t("operations.move.refused", { count: refused.length })}
          description={
            <ul>
              {refused.map((id) => (
                <li key={id}>
                  <Link to={`/operations/runs?run=${encodeURIComponent(id)}`}>
                    <code>{id}</code>
                  </Link>
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
    </div>
  );
}
