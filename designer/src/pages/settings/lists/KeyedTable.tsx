/** Shops and channels: a short table that is written in place, a key, both names, and one choice more. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { Label } from "@sluice/schemas";
import { Button, Input } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../../explain/names.ts";
import type { Fault } from "../edit/faults.ts";
import { useFaultText } from "../edit/Labelled.tsx";
import { changeRow, moveRow, type Row, type Rows, removeRow } from "../edit/rows.ts";
import { useRemove } from "../edit/use-remove.tsx";
import styles from "./lists.module.css";
import { Sortable } from "./Sortable.tsx";
import { SortableRow } from "./SortableRow.tsx";

export interface KeyedItem {
  readonly key: string;
  readonly label: Label;
}

export interface KeyedTableProps<T extends KeyedItem> {
  readonly kind: "shop" | "channel";
  readonly rows: Rows<T>;
  readonly onChange: (rows: Rows<T>) => void;
  readonly faults: readonly Fault[];
  readonly readOnly: boolean;
  readonly blank: () => Row<T>;
  readonly choiceTitle: string;
  readonly choice: (item: T, change: (item: T) => void) => ReactNode;
}

export function KeyedTable<T extends KeyedItem>(props: KeyedTableProps<T>) {
  const { kind, rows, onChange, readOnly, blank, choiceTitle } = props;
  const { t } = useTranslation();
  return (
    <>
      <Sortable rows={rows} onChange={onChange} readOnly={readOnly}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>
                <span className="visually-hidden">{t("settings.order")}</span>
              </th>
              <th scope="col">{t("settings.place.key")}</th>
              <th scope="col">{t("settings.place.label_zh")}</th>
              <th scope="col">{t("settings.place.label_en")}</th>
              <th scope="col">{choiceTitle}</th>
              <th>
                <span className="visually-hidden">{t("settings.remove.ok")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <KeyedRow key={row.uid} {...props} row={row} at={at} />
            ))}
            {rows.length === 0 ? (
              <tr>
                <td colSpan={6} className={styles.empty}>
                  {t(`settings.none.${kind}`)}
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </Sortable>
      {readOnly ? null : (
        <Button
          className={styles.add ?? ""}
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange([...rows, blank()])}
        >
          {t(`settings.add.${kind}`)}
        </Button>
      )}
    </>
  );
}

function KeyedRow<T extends KeyedItem>({
  row,
  at,
  kind,
  rows,
  onChange,
  faults,
  readOnly,
  choice,
}: KeyedTableProps<T> & { readonly row: Row<T>; readonly at: number }) {
  const { t, i18n } = useTranslation();
  const faultText = useFaultText(faults);
  const askRemove = useRemove();
  const { uid, item, fresh } = row;
  const name = inLanguage(item.label, i18n.language) || item.key || t("settings.unnamed");
  const change = (next: T) => onChange(changeRow(rows, uid, next));
  const cell = (place: string, label: string, value: string, set: (text: string) => T) => {
    const fault = faultText(uid, place);
    return (
      <td>
        <Input
          aria-label={`${label} · ${name}`}
          status={fault === undefined ? "" : "error"}
          maxLength={100}
          disabled={readOnly}
          value={value}
          onChange={({ target }) => change(set(target.value))}
        />
        {fault === undefined ? null : <small role="alert">{fault}</small>}
      </td>
    );
  };
  return (
    <SortableRow
      as="tr"
      uid={uid}
      name={name}
      readOnly={readOnly}
      onStep={(step) => onChange(moveRow(rows, at, at + step))}
    >
      {(handle) => (
        <>
          <td>{handle}</td>
          {fresh ? (
            cell("/key", t("settings.place.key"), item.key, (key) => ({ ...item, key }))
          ) : (
            <td>
              <span className={styles.key}>{item.key}</span>
            </td>
          )}
          {cell("/label/zh", t("settings.place.label_zh"), item.label.zh, (zh) => ({
            ...item,
            label: { ...item.label, zh },
          }))}
          {cell("/label/en", t("settings.place.label_en"), item.label.en, (en) => ({
            ...item,
            label: { ...item.label, en },
          }))}
          <td>{choice(item, change)}</td>
          <td>
            {readOnly ? null : (
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t("settings.remove.button", { name })}
                onClick={() =>
                  void askRemove({
                    target: fresh ? null : { kind, key: item.key },
                    name,
                    remove: () => onChange(removeRow(rows, uid)),
                  })
                }
              />
            )}
          </td>
        </>
      )}
    </SortableRow>
  );
}
