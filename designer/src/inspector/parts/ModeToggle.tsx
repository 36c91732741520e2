/** Changes an input between a fixed value and a template. */
import { Button, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import styles from "../inspector.module.css";

export interface ModeToggleProps {
  readonly template: boolean;
  readonly onChange: (template: boolean) => void;
  readonly disabled?: boolean;
}

export function ModeToggle({ template, onChange, disabled = false }: ModeToggleProps) {
  const { t } = useTranslation();
  const text = t(template ? "inspector.mode.toFixed" : "inspector.mode.toTemplate");
  return (
    <Tooltip title={text}>
      <Button
        type="text"
        size="small"
        className={styles.mode ?? ""}
        data-on={template}
        disabled={disabled}
        aria-label={text}
        aria-pressed={template}
        onClick={() => onChange(!template)}
      >
        <i>fx</i>
      </Button>
    </Tooltip>
  );
}
