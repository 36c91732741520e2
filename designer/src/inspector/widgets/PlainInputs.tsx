/** The plain inputs: text, number, yes and no, one of a few. */
import { Input, InputNumber, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { labelsOf } from "../../fields/field-props.ts";
import styles from "../inspector.module.css";
import type { InputProps } from "./as-widget.tsx";

const numberOr = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

export function TextInput(props: InputProps) {
  const { text, onChange, placeholder, draw } = props;
  const longest = numberOr(draw.plain.maxLength);
  return (
    <Input
      {...labelsOf(props)}
      value={text}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(longest === undefined ? {} : { maxLength: longest })}
      onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
    />
  );
}

/** Code on several lines; tabs and spaces stay as they are typed. */
export function CodeInput(props: InputProps) {
  const { text, onChange, placeholder, draw } = props;
  const longest = numberOr(draw.plain.maxLength);
  return (
    <Input.TextArea
      {...labelsOf(props)}
      value={text}
      autoSize={{ minRows: 6, maxRows: 24 }}
      spellCheck={false}
      style={{ fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" }}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(longest === undefined ? {} : { maxLength: longest })}
      onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
    />
  );
}

export function NumberInput(props: InputProps) {
  const { value, onChange, placeholder, draw } = props;
  const [least, most] = [numberOr(draw.plain.minimum), numberOr(draw.plain.maximum)];
  return (
    <InputNumber
      {...labelsOf(props)}
      className={styles.wide ?? ""}
      value={numberOr(value) ?? null}
      changeOnWheel={false}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(least === undefined ? {} : { min: least })}
      {...(most === undefined ? {} : { max: most })}
      {...(draw.plain.type === "integer" ? { precision: 0 } : {})}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

/** Going back to the default writes nothing: it is what stands without a word. */
export function SwitchInput(props: InputProps) {
  const { value, onChange, draw, optional } = props;
  const standard = draw.defaultValue === true;
  const plain = optional || draw.defaultValue !== undefined;
  return (
    <Switch
      {...labelsOf(props)}
      size="small"
      checked={typeof value === "boolean" ? value : standard}
      onChange={(next) => onChange(plain && next === standard ? undefined : next)}
    />
  );
}

export function ChoiceInput(props: InputProps) {
  const { value, onChange, draw, placeholder, optional } = props;
  const { t } = useTranslation();
  const choices = draw.choices ?? [];
  const chosen = choices.findIndex((choice) => choice.value === value);
  const unknown = value !== undefined && chosen < 0;
  return (
    <Select<number | string>
      {...labelsOf(props)}
      className={styles.wide ?? ""}
      allowClear={optional}
      showSearch={choices.length > 8}
      optionFilterProp="label"
      status={unknown ? "error" : ""}
      placeholder={
        placeholder === undefined
          ? t("inspector.choose")
          : t("inspector.defaultValue", { value: placeholder })
      }
      // By place: values may be of any type.
      value={unknown ? String(value) : chosen < 0 ? null : chosen}
      options={choices.map(({ label }, place) => ({ value: place, label }))}
      onChange={(place?: number | string) => onChange(choices[Number(place ?? -1)]?.value)}
    />
  );
}
