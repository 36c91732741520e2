/** What can be done to a tier. */
import { EllipsisOutlined } from "@ant-design/icons";
import { App, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";

export interface TierMenuProps {
  readonly name: string;
  readonly place: number;
  readonly total: number;
  /** Targets that go with it. */
  readonly targets: number;
  readonly onEdit: () => void;
  readonly onMove: (to: number) => void;
  readonly onAddBelow: () => void;
  readonly onRemove: () => void;
}

export function TierMenu({
  name,
  place,
  total,
  targets,
  onEdit,
  onMove,
  onAddBelow,
  onRemove,
}: TierMenuProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const remove = () =>
    modal.confirm({
      title: t("sla.tiers.removeTitle", { name }),
      content: t("sla.tiers.removeText", { count: targets }),
      okText: t("sla.tiers.removeOk"),
      okButtonProps: { danger: true },
      onOk: onRemove,
    });
  const items = [
    { key: "edit", label: t("sla.tiers.edit"), onClick: onEdit },
    { key: "up", label: t("sla.tiers.up"), disabled: place === 0, onClick: () => onMove(place - 1) },
    {
      key: "down",
      label: t("sla.tiers.down"),
      disabled: place === total - 1,
      onClick: () => onMove(place + 1),
    },
    { key: "below", label: t("sla.tiers.below"), onClick: onAddBelow },
    { key: "remove", danger: true, label: t("sla.tiers.remove"), disabled: total === 1, onClick: remove },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
      <Button
        type="text"
        size="small"
        icon={<EllipsisOutlined />}
        aria-label={t("sla.tiers.more", { name })}
      />
    </Dropdown>
  );
}
