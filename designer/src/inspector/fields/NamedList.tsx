/**
 * A list of named things that ports hang on: outcomes, branches. A name is typed to add one; its id is made
 * from the name then, and never changes, as edges refer to it.
 */
import type { Json } from "@sluice/schemas";
import { Input, Tooltip } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "../inspector.module.css";
import { useRemarks } from "../inspector-context.ts";
import { ItemTools } from "../parts/ItemTools.tsx";
import { RemarkList } from "../parts/RemarkList.tsx";
import { toPointer } from "../schema/form-path.ts";
import { moved } from "../schema/list-moves.ts";
import { idFromName } from "../schema/name-id.ts";
import { isRecord, titleOf } from "../schema/plain-schema.ts";
import { type Drawn, drawOptionsOf } from "../schema/to-form.ts";
import type { WholeProps } from "./as-field.tsx";
import { SubField } from "./SubField.tsx";

type Item = { readonly [key: string]: Json };

/** Ports that nodes have of their own: no item's id may be one. */
const fixedPorts = ["out", "else", "ok", "error", "done", "timeout", "assigned", "pooled"];

const itemsOf = (value: Json | undefined): readonly Item[] =>
  Array.isArray(value) ? value.map((item) => (isRecord(item) ? (item as Item) : {})) : [];

export function NamedList(props: WholeProps) {
  const { value, onChange, disabled, draw, path, label } = props;
  const { i18n } = useTranslation();
  const items = itemsOf(value);
  const plainItem = isRecord(draw.plain.items) ? draw.plain.items : {};
  const english = titleOf(plainItem, "en", "item").toLowerCase();
  const change = (next: readonly Item[]) => onChange([...next]);
  const add = (name: string) => {
    const taken = [...fixedPorts, ...items.map((item) => String(item.id))];
    change([...items, { id: idFromName(name, taken, english), name }]);
  };
  return (
    <div className={styles.cards}>
      {items.map((item, index) => (
        <NamedItem
          key={String(item.id ?? index)}
          {...props}
          item={item}
          index={index}
          total={items.length}
          onItem={(next) => change(items.map((one, at) => (at === index ? next : one)))}
          onMove={(to) => change(moved(items, index, to))}
          onRemove={() => change(items.filter((_, at) => at !== index))}
          itemPath={[...path, index]}
        />
      ))}
      {disabled ? null : <NewName label={titleOf(plainItem, i18n.language, label)} onAdd={add} />}
    </div>
  );
}

interface NamedItemProps extends WholeProps {
  readonly item: Item;
  readonly index: number;
  readonly total: number;
  readonly itemPath: readonly (string | number)[];
  readonly onItem: (item: Item) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** What an item has besides its id and name, each as the library draws it. */
function othersOf(inner: Drawn | undefined): readonly (readonly [string, Drawn])[] {
  const properties = Object.entries(inner?.schema.properties ?? {});
  return properties.flatMap(([name, schema]) =>
    name === "id" || name === "name" || typeof schema === "boolean"
      ? []
      : [[name, { schema, uiSchema: inner?.uiSchema[name] ?? {} }] as const],
  );
}

function NamedItem(props: NamedItemProps) {
  const { item, index, total, itemPath, onItem, onMove, onRemove, disabled, draw, library } = props;
  const { t } = useTranslation();
  const pointer = toPointer(itemPath);
  const remarks = [
    ...useRemarks(pointer, false),
    ...useRemarks(`${pointer}/name`, false),
    ...useRemarks(`${pointer}/id`, false),
  ];
  const name = typeof item.name === "string" ? item.name : "";
  const others = othersOf(draw.inner);
  const required = drawOptionsOf(draw.inner?.uiSchema).plan?.properties ?? [];
  return (
    <section
      className={styles.card}
      data-pointer={pointer}
      data-plain={others.length === 0}
      aria-label={name === "" ? t("inspector.item", { n: index + 1 }) : name}
    >
      <div className={styles.cardHead}>
        <Tooltip title={t("inspector.port", { id: String(item.id) })} placement="left">
          <Input
            data-pointer={`${pointer}/name`}
            className={styles.cardInput ?? ""}
            aria-label={t("inspector.key")}
            variant={others.length === 0 ? "outlined" : "filled"}
            maxLength={100}
            disabled={disabled}
            value={name}
            status={name === "" ? "error" : ""}
            onChange={(event) => onItem({ ...item, name: event.target.value })}
          />
        </Tooltip>
        <ItemTools
          name={name}
          index={index}
          total={total}
          disabled={disabled}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      <RemarkList remarks={remarks} />
      {others.map(([key, drawn]) => (
        <SubField
          key={key}
          library={library}
          drawn={drawn}
          path={[...itemPath, key]}
          name={key}
          value={item[key]}
          required={required.some((property) => property.name === key && property.mandatory)}
        />
      ))}
    </section>
  );
}

function NewName({ label, onAdd }: { label: string; onAdd: (name: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const take = () => {
    if (name.trim() === "") return;
    onAdd(name.trim());
    setName("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    take();
  };
  return (
    <Input
      variant="filled"
      aria-label={t("inspector.addNamed", { name: label })}
      placeholder={t("inspector.newName")}
      maxLength={100}
      value={name}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={take}
    />
  );
}
