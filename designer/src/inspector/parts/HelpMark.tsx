/** A small question mark that says more on hover and on focus. */
import { QuestionCircleOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import styles from "../inspector.module.css";

export function HelpMark({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <Tooltip title={text}>
      <button type="button" className={styles.help} aria-label={t("inspector.help", { text })}>
        <QuestionCircleOutlined aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
