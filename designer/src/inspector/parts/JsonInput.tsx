/** Any JSON value, typed as text; names are completed as in every template. */
import type { Json } from "@sluice/schemas";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldProps } from "../../fields/field-props.ts";
import styles from "../inspector.module.css";
import { useInspector } from "../inspector-context.ts";
import { readJsonText, toJsonText } from "../schema/json-text.ts";
import { isSameJson } from "../schema/tidy-value.ts";
import { TemplateField } from "../template/TemplateField.tsx";

export interface JsonInputProps extends FieldProps<Json | undefined> {
  readonly placeholder?: string | undefined;
}

/** What is typed while it says the same as the value, or nothing that can be read; else the value's own text. */
function useTypedJson(value: Json | undefined) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: Json | undefined }>();
  const reading = typed && readJsonText(typed.text);
  const stands =
    typed && reading && (reading.ok ? isSameJson(reading.value, value) : isSameJson(typed.over, value));
  return { text: stands ? typed.text : toJsonText(value), fault: stands === true && !reading?.ok, setTyped };
}

export function JsonInput({ value, onChange, placeholder, ...labels }: JsonInputProps) {
  const { t } = useTranslation();
  const { sample } = useInspector();
  const faultId = useId();
  const { text, fault, setTyped } = useTypedJson(value);
  const take = (next: string) => {
    setTyped({ text: next, over: value });
    const reading = readJsonText(next);
    if (reading.ok && !isSameJson(reading.value, value)) onChange(reading.value);
  };
  return (
    <>
      <TemplateField
        {...labels}
        multiline
        rows={1}
        value={text}
        onChange={take}
        sample={sample}
        placeholder={placeholder ?? t("inspector.json.placeholder")}
        {...(fault ? { "aria-describedby": faultId } : {})}
      />
      {fault ? (
        <p id={faultId} className={styles.fault} role="alert">
          {t("inspector.json.fault")}
        </p>
      ) : null}
    </>
  );
}
