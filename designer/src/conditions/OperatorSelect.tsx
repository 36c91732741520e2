/** Chooses a comparison: those the fact allows, plain ones first, then under the catalog's decorators. */
import type { FactType } from "@sluice/schemas";
import { Select } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../explain/names.ts";
import { type FieldProps, labelsOf } from "../fields/field-props.ts";
import styles from "./conditions.module.css";
import { operatorText } from "./operand-text.ts";
import { operatorGroups, parseOperator } from "./operator-choice.ts";
import { useVocabulary } from "./vocabulary-context.tsx";

interface OperatorOption {
  readonly value: string;
  readonly label: string;
  readonly full: string;
  readonly help: string;
}

export interface OperatorSelectProps extends FieldProps<string> {
  readonly type: FactType;
  readonly className?: string | undefined;
}

function useOperatorOptions(type: FactType, value: string) {
  const { t, i18n } = useTranslation();
  const vocabulary = useVocabulary();
  return useMemo(() => {
    const speaker = { vocabulary, t, language: i18n.language, now: 0 };
    const option = (name: string): OperatorOption => {
      const { definition } = parseOperator(name, vocabulary.catalog);
      return {
        value: name,
        label: operatorText(name, speaker),
        full: definition ? inLanguage(definition.label, i18n.language) : "",
        help: definition?.help ? inLanguage(definition.help, i18n.language) : "",
      };
    };
    const groups = operatorGroups(type, vocabulary.catalog).map(({ id, operators }) => ({
      label: t(`conditions.operatorGroup.${id}`),
      title: id,
      options: operators.map(({ name }) => option(name)),
    }));
    const offered = groups.some(({ options }) => options.some((one) => one.value === value));
    return { groups, offered, current: option(value) };
  }, [vocabulary, t, i18n.language, type, value]);
}

export function OperatorSelect(props: OperatorSelectProps) {
  const { value, onChange, type, size = "middle", className = "" } = props;
  const { t } = useTranslation();
  const { groups, offered, current } = useOperatorOptions(type, value);
  const all = offered ? groups : [{ label: "", title: "", options: [current] }, ...groups];
  return (
    <Select<string, OperatorOption>
      aria-label={t("conditions.operator")}
      {...labelsOf(props)}
      className={className}
      size={size}
      variant="borderless"
      value={value}
      popupMatchSelectWidth={false}
      showSearch={{
        filterOption: (typed, option) =>
          `${option?.label} ${option?.full} ${option?.value}`
            .toLowerCase()
            .includes(typed.trim().toLowerCase()),
      }}
      options={all as unknown as OperatorOption[]}
      optionRender={({ data }) => (
        <span className={styles.option} title={data.help}>
          <span>{data.label}</span>
          {data.full === "" || data.full === data.label ? null : (
            <span className={styles.quiet}>{data.full}</span>
          )}
        </span>
      )}
      onChange={(next) => onChange(next)}
    />
  );
}
