/** One field: key, type, names, options, and what refers to it. */
import { DeleteOutlined } from "@ant-design/icons";
import type { TicketField } from "@sluice/schemas";
import { Button, Input, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../../explain/names.ts";
import type { Fault } from "../edit/faults.ts";
import { LabelInputs } from "../edit/LabelInputs.tsx";
import { Labelled, useFaultText } from "../edit/Labelled.tsx";
import type { Row } from "../edit/rows.ts";
import { Uses } from "../edit/UseList.tsx";
import { useRemove } from "../edit/use-remove.tsx";
import styles from "../settings.module.css";
import { OptionsEditor } from "./OptionsEditor.tsx";

const types = ["text", "number", "boolean", "instant", "select", "multiselect"] as const;
const isChoice = (type: TicketField["type"]): boolean => type === "select" || type === "multiselect";

/** Options are kept only where the type has them. */
function withType({ options, ...rest }: TicketField, type: TicketField["type"]): TicketField {
  return isChoice(type) ? { ...rest, type, options: options ?? [] } : { ...rest, type };
}

const withRequired = ({ required: _, ...rest }: TicketField, required: boolean): TicketField =>
  required ? { ...rest, required } : rest;

export interface FieldFormProps {
  readonly row: Row<TicketField>;
  readonly faults: readonly Fault[];
  readonly readOnly: boolean;
  readonly onChange: (field: TicketField) => void;
  readonly onRemove: () => void;
}

export function FieldForm({
  row: { uid, item, fresh },
  faults,
  readOnly,
  onChange,
  onRemove,
}: FieldFormProps) {
  const { t, i18n } = useTranslation();
  const faultText = useFaultText(faults);
  const askRemove = useRemove();
  const faultAt = (place: string) => faultText(uid, place);
  const name = inLanguage(item.label, i18n.language) || t("settings.unnamed");
  const target = { kind: "field", key: item.key } as const;
  return (
    <section className={styles.form} aria-label={name}>
      <header>
        <h2>{name}</h2>
        {readOnly ? null : (
          <Button
            danger
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            onClick={() => void askRemove({ target: fresh ? null : target, name, remove: onRemove })}
          >
            {t("settings.remove.ok")}
          </Button>
        )}
      </header>
      <LabelInputs
        value={item.label}
        onChange={(label) => onChange({ ...item, label })}
        faultAt={faultAt}
        readOnly={readOnly}
        focus={fresh && item.label.zh === ""}
      />
      <div className={styles.pair}>
        <Labelled
          label={t("settings.place.key")}
          hint={t(fresh ? "settings.field.keyHint" : "settings.keyFixed")}
          fault={faultAt("/key")}
        >
          {(attributes) => (
            <Input
              {...attributes}
              maxLength={63}
              disabled={readOnly}
              readOnly={!fresh}
              variant={fresh ? "outlined" : "filled"}
              value={item.key}
              onChange={({ target: input }) => onChange({ ...item, key: input.value })}
            />
          )}
        </Labelled>
        <Labelled label={t("settings.place.type")} fault={faultAt("/type")}>
          {(attributes) => (
            <Select
              {...attributes}
              disabled={readOnly}
              value={item.type}
              options={types.map((value) => ({ value, label: t(`settings.type.${value}`) }))}
              onChange={(type: TicketField["type"]) => onChange(withType(item, type))}
            />
          )}
        </Labelled>
      </div>
      <div className={styles.switch}>
        <Switch
          id={`${uid}-required`}
          disabled={readOnly}
          checked={item.required === true}
          onChange={(required) => onChange(withRequired(item, required))}
        />
        <label htmlFor={`${uid}-required`}>{t("settings.field.requiredLabel")}</label>
      </div>
      {isChoice(item.type) ? (
        <OptionsEditor
          options={item.options ?? []}
          onChange={(options) => onChange({ ...item, options: [...options] })}
          faultAt={faultAt}
          readOnly={readOnly}
        />
      ) : null}
      {fresh ? null : <Uses target={target} />}
    </section>
  );
}
