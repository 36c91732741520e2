/** A button whose popover says what the action means before it is confirmed. */
import { Button, type ButtonProps, Popover } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./actions.module.css";

export interface ActionButtonProps extends Pick<ButtonProps, "type" | "size" | "danger" | "icon"> {
  readonly label: string;
  /** Says of which campaign, for those who do not see the row. */
  readonly "aria-label": string;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly busy: boolean;
  readonly disabled?: boolean;
  /** Confirms; the popover closes by itself. */
  readonly onConfirm: () => void;
  readonly onOpen?: (open: boolean) => void;
}

export function ActionButton(props: ActionButtonProps) {
  const {
    label,
    title,
    children,
    confirm,
    busy,
    disabled = false,
    onConfirm,
    onOpen,
    danger = false,
  } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const change = (next: boolean) => {
    setOpen(next);
    onOpen?.(next);
  };
  const done = () => {
    change(false);
    onConfirm();
  };
  const content = (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere inside
    <div className={styles.popover} onKeyDown={(event) => event.key === "Escape" && change(false)}>
      {children}
      <footer>
        <Button size="small" onClick={() => change(false)}>
          {t("campaign.actions.back")}
        </Button>
        <Button size="small" type="primary" danger={danger} loading={busy} disabled={disabled} onClick={done}>
          {confirm}
        </Button>
      </footer>
    </div>
  );
  return (
    <Popover
      open={open}
      onOpenChange={change}
      trigger="click"
      placement="bottomRight"
      title={title}
      content={open ? content : null}
      destroyOnHidden
    >
      <Button
        {...(props.type === undefined ? {} : { type: props.type })}
        size={props.size ?? "middle"}
        danger={danger}
        icon={props.icon}
        loading={busy}
        aria-label={props["aria-label"]}
        aria-expanded={open}
      >
        {label}
      </Button>
    </Popover>
  );
}
