/** What a rule or `otherwise` gives, each part in place; an empty part is not given. */
import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import type { ClassificationOutcome, Json, Priority } from "@sluice/schemas";
import { Button, Dropdown, Select } from "antd";
import { useTranslation } from "react-i18next";
import { priorityList } from "../../../client/vocabulary.ts";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import type { OutcomePart } from "../../../editor/classification/outcome-commands.ts";
import { inLanguage } from "../../../explain/names.ts";
import { CategoryPicker } from "../../../fields/CategoryPicker.tsx";
import { TagsField } from "../../../fields/TagsField.tsx";
import { PriorityBadge } from "../../../ui/marks.tsx";
import { FieldValue } from "../FieldValue.tsx";
import styles from "./form.module.css";

type Given = Omit<ClassificationOutcome, "stop">;
type GivenPart = Exclude<OutcomePart, { readonly part: "stop" }>;

export interface OutcomeEditorProps {
  readonly outcome: Given;
  readonly disabled: boolean;
  readonly onChange: (part: GivenPart) => void;
}

export function OutcomeEditor({ outcome, disabled, onChange }: OutcomeEditorProps) {
  const { t } = useTranslation();
  const { addTags = [], category, priority, fields = {} } = outcome;
  return (
    <div className={styles.parts}>
      <div className={styles.wide} data-part="addTags">
        <span>{t("classification.form.addTags")}</span>
        <TagsField
          size="small"
          disabled={disabled}
          aria-label={t("classification.form.addTags")}
          placeholder={t("classification.form.tagsPlaceholder")}
          value={addTags}
          onChange={(value) => onChange({ part: "addTags", value })}
        />
      </div>
      <div className={styles.field} data-part="category">
        <span>{t("classification.form.category")}</span>
        <CategoryPicker
          size="small"
          optional
          disabled={disabled}
          aria-label={t("classification.form.category")}
          value={category}
          onChange={(value) => onChange({ part: "category", value })}
        />
      </div>
      <div className={styles.field} data-part="priority">
        <span>{t("classification.form.priority")}</span>
        <Select<Priority>
          size="small"
          allowClear
          disabled={disabled}
          className={styles.priority ?? ""}
          aria-label={t("classification.form.priority")}
          placeholder={t("classification.form.unset")}
          {...(priority ? { value: priority } : {})}
          options={priorityList.map((value) => ({ value, label: <PriorityBadge priority={value} /> }))}
          onChange={(value?: Priority) => onChange({ part: "priority", value })}
        />
      </div>
      <Fields fields={fields} disabled={disabled} onChange={(value) => onChange({ part: "fields", value })} />
    </div>
  );
}

interface FieldsProps {
  readonly fields: { readonly [key: string]: Json };
  readonly disabled: boolean;
  readonly onChange: (fields: { readonly [key: string]: Json }) => void;
}

function Fields({ fields, disabled, onChange }: FieldsProps) {
  const { t, i18n } = useTranslation();
  const vocabulary = useVocabulary();
  const free = vocabulary.fields.filter(({ key }) => !Object.hasOwn(fields, key));
  const nameOf = (key: string) => {
    const field = vocabulary.fields.find((one) => one.key === key);
    return field ? inLanguage(field.label, i18n.language) : key;
  };
  const without = (key: string) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
  return (
    <div className={styles.wide} data-part="fields">
      <span>{t("classification.form.fields")}</span>
      <div className={styles.fields}>
        {Object.entries(fields).map(([key, value]) => (
          <div key={key} className={styles.given}>
            <span>{nameOf(key)}</span>
            <FieldValue
              field={vocabulary.fields.find((one) => one.key === key)}
              label={nameOf(key)}
              value={value}
              disabled={disabled}
              onChange={(next) => next !== undefined && onChange({ ...fields, [key]: next })}
            />
            {disabled ? null : (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t("classification.form.removeField", { name: nameOf(key) })}
                onClick={() => onChange(without(key))}
              />
            )}
          </div>
        ))}
        {disabled || free.length === 0 ? null : (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: free.map(({ key }) => ({
                key,
                label: nameOf(key),
                onClick: () => onChange({ ...fields, [key]: firstValue(free, key) }),
              })),
            }}
          >
            <Button size="small" type="dashed" icon={<PlusOutlined />}>
              {t("classification.form.addField")}
            </Button>
          </Dropdown>
        )}
      </div>
    </div>
  );
}

/** A value of the field's own type, to be changed next. */
function firstValue(fields: ReturnType<typeof useVocabulary>["fields"], key: string): Json {
  const field = fields.find((one) => one.key === key);
  switch (field?.type) {
    case "number":
      return 0;
    case "boolean":
      return true;
    case "multiselect":
      return [];
    default:
      return field?.options?.[0]?.value ?? "";
  }
}
