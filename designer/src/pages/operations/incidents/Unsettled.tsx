/** What could not be settled and why, by reason: a list of ids says nothing. */
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../client/errors.ts";
import type { SettlingJob } from "../../../client/operations.ts";
import { errorText } from "../../../ui/error-text.ts";
import styles from "./incidents.module.css";
import { byReason } from "./unsettled.ts";

export function Unsettled({ job, onClose }: { job: SettlingJob; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const reasonOf = (code: string, reason: string) =>
    errorText(
      new ApiError({ status: 409, code, detail: reason, title: reason, errors: [] }),
      t,
      i18n.language,
    );
  return (
    <Alert
      className={styles.unsettled ?? ""}
      type="warning"
      showIcon
      closable={{ onClose }}
      title={t("operations.incident.failed", { count: job.failed })}
      description={
        <ul>
          {byReason(job.failures).map(({ code, reason, count }) => (
            <li key={code}>
              {reasonOf(code, reason)} <span className="num">× {count}</span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
