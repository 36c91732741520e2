/** What else can be done to a rule; moving without a pointer is here too. */
import { EllipsisOutlined } from "@ant-design/icons";
import { Dropdown } from "antd";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./card.module.css";
import { useListActions } from "./list-actions.ts";

interface RuleMenuProps {
  readonly id: string;
  readonly name: string;
  readonly place: number;
}

/** The menu itself is made when it is first wanted: scrolling makes cards by the hundred. */
export function RuleMenu(props: RuleMenuProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const button = (
    <button
      type="button"
      className={styles.menu}
      aria-haspopup="menu"
      aria-expanded={open}
      aria-label={t("classification.card.more", { name: props.name })}
      onClick={() => {
        setWanted(true);
        setOpen(!open);
      }}
    >
      <EllipsisOutlined aria-hidden />
    </button>
  );
  return wanted ? (
    <Menu {...props} open={open} setOpen={setOpen}>
      {button}
    </Menu>
  ) : (
    button
  );
}

interface MenuProps extends RuleMenuProps {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly children: ReactElement;
}

function Menu({ id, place, open, setOpen, children }: MenuProps) {
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
    <Dropdown
      menu={{ items }}
      open={open}
      autoFocus
      trigger={[]}
      placement="bottomRight"
      onOpenChange={setOpen}
    >
      {children}
    </Dropdown>
  );
}
