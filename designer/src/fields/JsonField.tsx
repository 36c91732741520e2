/** Any JSON value as text; a text that is no JSON stays visible and is not handed out. */
import type { Json } from "@sluice/schemas";
import { Input, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FieldProps, labelsOf } from "./field-props.ts";
import styles from "./fields.module.css";

function parse(text: string): { readonly value: Json } | undefined {
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    // Half typed: said beside the input.
    return undefined;
  }
}

export function JsonField(props: FieldProps<Json>) {
  const { value, onChange, size = "middle" } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState<{ text: string; over: Json }>();
  const text = typed && typed.over === value ? typed.text : JSON.stringify(value);
  const parsed = parse(text);
  const take = () => {
    if (typed === undefined || parsed === undefined) return;
    setTyped(undefined);
    if (text !== JSON.stringify(value)) onChange(parsed.value);
  };
  return (
    <Tooltip title={parsed === undefined ? t("conditions.jsonFault") : ""} open={parsed === undefined}>
      <Input
        {...labelsOf(props)}
        size={size}
        className={styles.code ?? ""}
        status={parsed === undefined ? "error" : ""}
        aria-invalid={parsed === undefined}
        value={text}
        onChange={(event) => setTyped({ text: event.target.value, over: value })}
        onBlur={take}
        onPressEnter={take}
      />
    </Tooltip>
  );
}
