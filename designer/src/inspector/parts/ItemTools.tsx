/** The buttons of one item of a list: up, down, away. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import styles from "../inspector.module.css";

export interface ItemToolsProps {
  /** What the item is called, for screen readers. */
  readonly name: string;
  readonly index: number;
  readonly total: number;
  readonly disabled?: boolean;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

export function ItemTools({ name, index, total, disabled = false, onMove, onRemove }: ItemToolsProps) {
  const { t } = useTranslation();
  if (disabled) return null;
  const buttons = [
    { key: "moveUp", icon: <ArrowUpOutlined />, off: index === 0, act: () => onMove(index - 1) },
    { key: "moveDown", icon: <ArrowDownOutlined />, off: index === total - 1, act: () => onMove(index + 1) },
    { key: "remove", icon: <DeleteOutlined />, off: false, act: onRemove },
  ] as const;
  return (
    <span className={styles.tools}>
      {buttons.map(({ key, icon, off, act }) => (
        <Tooltip key={key} title={off ? undefined : t(`inspector.${key}`)}>
          <Button
            type="text"
            size="small"
            icon={icon}
            disabled={off}
            aria-label={t(`inspector.${key}Named`, { name })}
            onClick={act}
          />
        </Tooltip>
      ))}
    </span>
  );
}
