/** One step up, down, in or out: what dragging does, for everybody. */
import { ArrowDownOutlined, ArrowLeftOutlined, ArrowRightOutlined, ArrowUpOutlined } from "@ant-design/icons";
import type { Category } from "@sluice/schemas";
import { Button, Space } from "antd";
import { useTranslation } from "react-i18next";
import type { Row } from "../edit/rows.ts";
import { type CategoryRows, type Destination, destinationOf } from "./category-edit.ts";

const buttons = [
  { step: "up", icon: <ArrowUpOutlined aria-hidden /> },
  { step: "down", icon: <ArrowDownOutlined aria-hidden /> },
  { step: "out", icon: <ArrowLeftOutlined aria-hidden /> },
  { step: "in", icon: <ArrowRightOutlined aria-hidden /> },
] as const;

export interface MoveButtonsProps {
  readonly rows: CategoryRows;
  readonly row: Row<Category>;
  readonly onMove: (to: Destination) => void;
}

export function MoveButtons({ rows, row, onMove }: MoveButtonsProps) {
  const { t } = useTranslation();
  return (
    <Space.Compact size="small">
      {buttons.map(({ step, icon }) => {
        const to = destinationOf(rows, row, step);
        return (
          <Button
            key={step}
            icon={icon}
            disabled={to === null}
            aria-label={t(`settings.category.step.${step}`)}
            title={t(`settings.category.step.${step}`)}
            onClick={() => {
              if (to) onMove(to);
            }}
          />
        );
      })}
    </Space.Compact>
  );
}
