/** What else can be done to a rule; moving without a pointer is here too. */
import { EllipsisOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useListActions } from "./list-actions.ts";

export function RuleMenu({ id, name, place }: { id: string; name: string; place: number }) {
  const { t } = useTranslation();
  const { move, duplicate, remove, total } = useListActions();
  const [first, last] = [place === 0, place === total - 1];
  const items = [
    { key: "up", label: t("classification.card.up"), disabled: first, onClick: () => move(id, place - 1) },
    { key: "down", label: t("classification.card.down"), disabled: last, onClick: () => move(id, place + 1) },
    { key: "top", label: t("classification.card.top"), disabled: first, onClick: () => move(id, 0) },
    {
      key: "bottom",
      label: t("classification.card.bottom"),
      disabled: last,
      onClick: () => move(id, total - 1),
    },
    { type: "divider" as const },
    { key: "duplicate", label: t("classification.card.duplicate"), onClick: () => duplicate(id) },
    { key: "remove", danger: true, label: t("classification.card.remove"), onClick: () => remove(id) },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
      <Button
        type="text"
        size="small"
        icon={<EllipsisOutlined />}
        aria-label={t("classification.card.more", { name })}
      />
    </Dropdown>
  );
}
