/** The form of a task, field by field: what whoever does it fills in. */
import { PlusOutlined } from "@ant-design/icons";
import type { Json } from "@sluice/schemas";
import { Button, Checkbox, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import styles from "../inspector.module.css";
import { useRemarks } from "../inspector-context.ts";
import { ItemTools } from "../parts/ItemTools.tsx";
import { RemarkList } from "../parts/RemarkList.tsx";
import { toPointer } from "../schema/form-path.ts";
import { moved } from "../schema/list-moves.ts";
import {
  changeField,
  fieldName,
  hasOptions,
  newField,
  optionTexts,
  type TaskFormField,
  taskFieldTypes,
  toOptions,
} from "../schema/task-form.ts";
import type { WholeProps } from "./as-field.tsx";

const fieldsOf = (value: Json | undefined): readonly TaskFormField[] =>
  Array.isArray(value)
    ? (value.filter((item) => typeof item === "object" && item !== null) as TaskFormField[])
    : [];

export function TaskFormInput({ value, onChange, disabled, path }: WholeProps) {
  const { t } = useTranslation();
  const fields = fieldsOf(value);
  const change = (next: readonly TaskFormField[]) =>
    onChange(next.length === 0 ? undefined : ([...next] as Json));
  const keys = fields.map(({ key }) => key);
  return (
    <div className={styles.cards}>
      {fields.map((field, index) => (
        <FieldCard
          // biome-ignore lint/suspicious/noArrayIndexKey: keys can be typed, so only the place is steady
          key={index}
          field={field}
          taken={keys.indexOf(field.key) < index}
          index={index}
          total={fields.length}
          pointer={toPointer([...path, index])}
          disabled={disabled}
          onChange={(next) => change(fields.map((one, at) => (at === index ? next : one)))}
          onMove={(to) => change(moved(fields, index, to))}
          onRemove={() => change(fields.filter((_, at) => at !== index))}
        />
      ))}
      {disabled ? null : (
        <Button
          size="small"
          type="dashed"
          icon={<PlusOutlined />}
          onClick={() =>
            change([...fields, newField(keys, t("inspector.taskForm.newField", { n: fields.length + 1 }))])
          }
        >
          {t("inspector.taskForm.add")}
        </Button>
      )}
    </div>
  );
}

interface FieldCardProps {
  readonly field: TaskFormField;
  readonly taken: boolean;
  readonly index: number;
  readonly total: number;
  readonly pointer: string;
  readonly disabled: boolean;
  readonly onChange: (field: TaskFormField) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function FieldCard({
  field,
  taken,
  index,
  total,
  pointer,
  disabled,
  onChange,
  onMove,
  onRemove,
}: FieldCardProps) {
  const { t, i18n } = useTranslation();
  const remarks = useRemarks(pointer, true);
  const name = fieldName(field, i18n.language);
  const set = (part: Parameters<typeof changeField>[1]) => onChange(changeField(field, part, i18n.language));
  return (
    <section className={styles.card} data-pointer={pointer} aria-label={name}>
      <div className={styles.cardHead}>
        <Input
          className={styles.cardInput ?? ""}
          variant="filled"
          aria-label={t("inspector.taskForm.label")}
          value={name}
          disabled={disabled}
          onChange={(event) => set({ name: event.target.value })}
        />
        <ItemTools
          name={name}
          index={index}
          total={total}
          disabled={disabled}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      <div className={styles.pair}>
        <Select
          aria-label={t("inspector.taskForm.type")}
          value={field.type ?? "text"}
          disabled={disabled}
          options={taskFieldTypes.map((type) => ({
            value: type,
            label: t(`inspector.taskForm.types.${type}`),
          }))}
          onChange={(type) => set({ type })}
        />
        <Input
          aria-label={t("inspector.taskForm.key")}
          placeholder={t("inspector.taskForm.key")}
          status={taken || field.key === "" ? "error" : ""}
          value={field.key}
          disabled={disabled}
          onChange={(event) => set({ key: event.target.value.trim() })}
        />
      </div>
      {taken ? <p className={styles.fault}>{t("inspector.taskForm.keyTaken")}</p> : null}
      {hasOptions(field) ? (
        <Select<string[]>
          aria-label={t("inspector.taskForm.options")}
          className={styles.wide ?? ""}
          mode="tags"
          open={false}
          suffixIcon={null}
          placeholder={t("inspector.taskForm.options")}
          disabled={disabled}
          value={[...optionTexts(field, i18n.language)]}
          onChange={(texts) => onChange({ ...field, options: toOptions(texts, field, i18n.language) })}
        />
      ) : null}
      <Checkbox
        checked={field.required === true}
        disabled={disabled}
        onChange={(event) => set({ required: event.target.checked })}
      >
        {t("inspector.taskForm.required")}
      </Checkbox>
      <RemarkList remarks={remarks} />
    </section>
  );
}
