/** Rules or routes that a phase puts first: a sentence for each, edited in a drawer. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined } from "@ant-design/icons";
import { Button, Drawer } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  movePrepended,
  type Prepended,
  type PrependKind,
  type PrependPlace,
  prependedOf,
  removePrepended,
} from "../../../editor/campaign/prepend-commands.ts";
import type { PhaseProps } from "./PhasePanel.tsx";
import styles from "./phase.module.css";

export interface PrependListProps<K extends PrependKind> extends PhaseProps {
  readonly place: PrependPlace<K>;
  readonly sentence: (item: Prepended<K>) => string;
  /** The form of one item. */
  readonly form: (item: Prepended<K>, at: number) => ReactNode;
  /** The item that was just added; its drawer is open. */
  readonly opened: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
}

const partOf = (kind: PrependKind): "rules" | "routes" => (kind === "classification" ? "rules" : "routes");

export function PrependList<K extends PrependKind>(props: PrependListProps<K>) {
  const { document, place, sentence, form, opened, onOpen, session } = props;
  const { t } = useTranslation();
  const items = prependedOf(document, place);
  const edited = items.find(({ id }) => id === opened);
  const part = partOf(place.kind);
  const [told, setTold] = useState("");
  const close = () => {
    session.seal();
    onOpen(undefined);
  };
  return (
    <>
      {items.length === 0 ? <p className={styles.quiet}>{t(`campaign.${part}.none`)}</p> : null}
      <ol className={styles.items}>
        {items.map((item, at) => (
          <li key={item.id} className={styles.item} data-off={"enabled" in item && item.enabled === false}>
            <div>
              <strong>{item.name || item.id}</strong>
              <p className={styles.sentence} title={sentence(item)}>
                {sentence(item)}
              </p>
            </div>
            <ItemTools {...props} item={item} at={at} count={items.length} onTold={setTold} />
          </li>
        ))}
      </ol>
      <div className="visually-hidden" role="status">
        {told}
      </div>
      <Drawer
        open={edited !== undefined}
        size={640}
        title={edited ? edited.name || edited.id : ""}
        onClose={close}
        destroyOnHidden
        extra={
          <Button type="primary" onClick={close}>
            {t("campaign.rules.close")}
          </Button>
        }
      >
        {edited ? form(edited, items.indexOf(edited)) : null}
      </Drawer>
    </>
  );
}

interface ItemToolsProps<K extends PrependKind> extends PrependListProps<K> {
  readonly item: Prepended<K>;
  readonly at: number;
  readonly count: number;
  readonly onTold: (text: string) => void;
}

function ItemTools<K extends PrependKind>(props: ItemToolsProps<K>) {
  const { place, item, at, count, execute, readOnly, onOpen, onTold } = props;
  const { t } = useTranslation();
  const part = partOf(place.kind);
  const name = item.name || item.id;
  const move = (to: number) => {
    if (execute(movePrepended(place, item.id, to))) onTold(`${name}: ${to + 1} / ${count}`);
  };
  const tool = (icon: ReactNode, label: string, run: () => void, disabled = false, danger = false) => (
    <Button
      type="text"
      size="small"
      icon={icon}
      aria-label={label}
      title={label}
      disabled={disabled}
      danger={danger}
      onClick={run}
    />
  );
  return (
    <span>
      {readOnly || count === 1 ? null : (
        <>
          {tool(<ArrowUpOutlined />, t(`campaign.${part}.up`, { name }), () => move(at - 1), at === 0)}
          {tool(
            <ArrowDownOutlined />,
            t(`campaign.${part}.down`, { name }),
            () => move(at + 1),
            at === count - 1,
          )}
        </>
      )}
      {tool(<EditOutlined />, t(`campaign.${part}.edit`, { name }), () => onOpen(item.id))}
      {readOnly
        ? null
        : tool(
            <DeleteOutlined />,
            t(`campaign.${part}.remove`, { name }),
            () => void execute(removePrepended(place, item.id)),
            false,
            true,
          )}
    </span>
  );
}
