/** A record, a row for each name; names may be chosen from those that are known. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { Json } from "@sluice/schemas";
import { AutoComplete, Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "../inspector.module.css";
import {
  emptyRow,
  isTaken,
  type JsonRecord,
  type RecordRow,
  rowsFor,
  toRecord,
} from "../schema/record-rows.ts";

/** A name that may be used, with what it is called. */
export interface KnownKey {
  readonly key: string;
  readonly label: string;
}

export interface RecordRowsProps {
  readonly value: JsonRecord;
  readonly onChange: (value: JsonRecord | undefined) => void;
  readonly disabled: boolean;
  readonly addLabel: string;
  readonly knownKeys?: readonly KnownKey[];
  /** The input of one value; `label` is its name. */
  readonly renderValue: (row: ValueOfRow) => ReactNode;
}

/** What the input of one value is given. */
export interface ValueOfRow {
  readonly name: string;
  readonly label: string;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly disabled: boolean;
}

function useRows({ value, onChange }: RecordRowsProps) {
  const [typed, setTyped] = useState<readonly RecordRow[]>([]);
  const rows = rowsFor(typed, value);
  const change = (next: readonly RecordRow[]) => {
    setTyped(next);
    const record = toRecord(next);
    onChange(Object.keys(record).length === 0 ? undefined : record);
  };
  const edit = (id: number, part: Partial<RecordRow>) =>
    change(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  return { rows, change, edit, add: () => setTyped([...rows, emptyRow(rows)]) };
}

export function RecordRows(props: RecordRowsProps) {
  const { disabled, addLabel, knownKeys = [], renderValue } = props;
  const { t } = useTranslation();
  const { rows, change, edit, add } = useRows(props);
  const used = new Set(rows.map(({ key }) => key));
  const options = knownKeys
    .filter(({ key }) => !used.has(key))
    .map(({ key, label }) => ({ value: key, label: `${label} · ${key}` }));
  const labelOf = (key: string) => knownKeys.find((known) => known.key === key)?.label ?? key;
  return (
    <div className={styles.rows}>
      {rows.map((row) => (
        <div key={row.id} className={styles.row}>
          <AutoComplete
            className={styles.rowKey ?? ""}
            aria-label={t("inspector.key")}
            placeholder={t("inspector.key")}
            status={isTaken(rows, row) ? "error" : ""}
            value={row.key}
            disabled={disabled}
            options={options}
            onChange={(key) => edit(row.id, { key: String(key ?? "").trim() })}
          />
          {disabled ? null : (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t("inspector.removeNamed", { name: row.key })}
              onClick={() => change(rows.filter(({ id }) => id !== row.id))}
            />
          )}
          <div className={styles.rowValue}>
            {labelOf(row.key) === row.key ? null : <p className={styles.rowLabel}>{labelOf(row.key)}</p>}
            {renderValue({
              name: row.key,
              label: labelOf(row.key) || t("inspector.value"),
              value: row.value,
              onChange: (value) => edit(row.id, { value }),
              disabled,
            })}
            {isTaken(rows, row) ? <p className={styles.fault}>{t("inspector.keyTaken")}</p> : null}
          </div>
        </div>
      ))}
      {disabled ? null : (
        <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={add}>
          {addLabel}
        </Button>
      )}
    </div>
  );
}
