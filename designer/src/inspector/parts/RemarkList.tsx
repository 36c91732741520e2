/** What is said about a field, the gravest first; never by colour alone. */
import { CloseCircleFilled, InfoCircleFilled, WarningFilled } from "@ant-design/icons";
import { severities } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import styles from "../inspector.module.css";
import { type Remark, remarkText } from "../remark.ts";

const signs = { error: CloseCircleFilled, warning: WarningFilled, info: InfoCircleFilled } as const;

export function RemarkList({ id, remarks }: { id?: string; remarks: readonly Remark[] }) {
  const { i18n } = useTranslation();
  if (remarks.length === 0) return null;
  const graver = [...remarks].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return (
    <ul className={styles.remarks} {...(id === undefined ? {} : { id })}>
      {graver.map((remark) => {
        const Sign = signs[remark.severity];
        const text = remarkText(remark, i18n.language);
        return (
          <li key={`${remark.path} ${text}`} data-severity={remark.severity}>
            <Sign aria-hidden="true" /> {text}
          </li>
        );
      })}
    </ul>
  );
}
