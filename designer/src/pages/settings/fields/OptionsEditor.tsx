/** The options of a choice, in their order: the value that is stored, and its names. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { TicketField } from "@sluice/schemas";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  changeRow,
  freeName,
  fromRows,
  moveRow,
  newUid,
  type Rows,
  removeRow,
  toRows,
} from "../edit/rows.ts";
import { Sortable } from "../lists/Sortable.tsx";
import { SortableRow } from "../lists/SortableRow.tsx";
import styles from "../settings.module.css";

type Option = NonNullable<TicketField["options"]>[number];

export interface OptionsEditorProps {
  readonly options: readonly Option[];
  readonly onChange: (options: readonly Option[]) => void;
  readonly faultAt: (place: string) => string | undefined;
  readonly readOnly: boolean;
}

export function OptionsEditor({ options, onChange, faultAt, readOnly }: OptionsEditorProps) {
  const { t } = useTranslation();
  // Rows keep their identity while they are edited; the field itself holds plain options.
  const [rows, setRows] = useState<Rows<Option>>(() => toRows(options));
  const set = (next: Rows<Option>) => {
    setRows(next);
    onChange(fromRows(next));
  };
  const add = () => {
    const value = freeName(
      "option",
      rows.map(({ item }) => item.value),
    );
    set([...rows, { uid: newUid(), fresh: true, item: { value, label: { zh: "", en: "" } } }]);
  };
  const fault = faultAt("/options");
  return (
    <section className={styles.options} aria-label={t("settings.place.options")}>
      <h3>{t("settings.place.options")}</h3>
      {fault === undefined ? null : (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
      <Sortable rows={rows} onChange={set} readOnly={readOnly}>
        <ul>
          {rows.map(({ uid, item }, at) => (
            <SortableRow
              key={uid}
              as="li"
              uid={uid}
              name={item.label.zh || item.value}
              readOnly={readOnly}
              onStep={(step) => set(moveRow(rows, at, at + step))}
            >
              {(handle) => (
                <>
                  {handle}
                  <OptionInputs
                    option={item}
                    onChange={(next) => set(changeRow(rows, uid, next))}
                    faultAt={(place) => faultAt(`/options/${at}${place}`)}
                    readOnly={readOnly}
                  />
                  {readOnly ? null : (
                    <Button
                      type="text"
                      icon={<DeleteOutlined aria-hidden />}
                      aria-label={t("settings.remove.button", { name: item.label.zh || item.value })}
                      onClick={() => set(removeRow(rows, uid))}
                    />
                  )}
                </>
              )}
            </SortableRow>
          ))}
        </ul>
      </Sortable>
      {readOnly ? null : (
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t("settings.add.option")}
        </Button>
      )}
    </section>
  );
}

interface OptionInputsProps extends Omit<OptionsEditorProps, "options" | "onChange"> {
  readonly option: Option;
  readonly onChange: (option: Option) => void;
}

function OptionInputs({ option, onChange, faultAt, readOnly }: OptionInputsProps) {
  const { t } = useTranslation();
  const { value, label } = option;
  const input = (place: string, name: string, text: string, set: (text: string) => Option) => {
    const fault = faultAt(place);
    return (
      <div>
        <Input
          aria-label={name}
          placeholder={name}
          status={fault === undefined ? "" : "error"}
          maxLength={100}
          disabled={readOnly}
          value={text}
          onChange={({ target }) => onChange(set(target.value))}
        />
        {fault === undefined ? null : <small role="alert">{fault}</small>}
      </div>
    );
  };
  return (
    <>
      {input("/value", t("settings.field.value"), value, (next) => ({ ...option, value: next }))}
      {input("/label/zh", t("settings.place.label_zh"), label.zh, (zh) => ({
        ...option,
        label: { ...label, zh },
      }))}
      {input("/label/en", t("settings.place.label_en"), label.en, (en) => ({
        ...option,
        label: { ...label, en },
      }))}
    </>
  );
}
