/** Chooses a fact by name, type or id; where asked for, a segment too. */
import { Select } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type FieldProps, labelsOf } from "../fields/field-props.ts";
import styles from "./conditions.module.css";
import { factValue, idOf, isSegmentValue, type SubjectOption, subjectGroups } from "./fact-options.ts";
import { type ConditionPlace, factsFor } from "./new-rule.ts";
import { useVocabulary } from "./vocabulary-context.tsx";

interface SubjectPickerProps extends FieldProps<string | undefined> {
  readonly place?: ConditionPlace | undefined;
  readonly segments?: boolean;
  readonly variant?: "outlined" | "borderless";
  readonly className?: string | undefined;
}

const matches = (typed: string, option: SubjectOption | undefined): boolean =>
  option?.search?.includes(typed.trim().toLowerCase()) ?? false;

/** Options carry `fact:` or `segment:` before the id. */
export function SubjectPicker(props: SubjectPickerProps) {
  const {
    value,
    onChange,
    place,
    segments = false,
    variant = "outlined",
    size = "middle",
    className = "",
  } = props;
  const { t, i18n } = useTranslation();
  const vocabulary = useVocabulary();
  const groups = useMemo(
    () => subjectGroups(factsFor(vocabulary, place), segments ? vocabulary.segments : [], t, i18n.language),
    [vocabulary, place, segments, t, i18n.language],
  );
  const known =
    value === undefined || groups.some(({ options }) => options.some((one) => one.value === value));
  return (
    <Select<string, SubjectOption>
      aria-label={t("conditions.fact")}
      {...labelsOf(props)}
      className={className}
      size={size}
      variant={variant}
      status={known ? "" : "error"}
      {...(value === undefined ? {} : { value: known ? value : idOf(value) })}
      placeholder={t("conditions.factPlaceholder")}
      popupMatchSelectWidth={340}
      showSearch={{ filterOption: (typed, option) => matches(typed, option) }}
      notFoundContent={t("conditions.nothingFound")}
      options={
        groups.map(({ label, options }) => ({
          label,
          title: label,
          options: [...options],
        })) as unknown as SubjectOption[]
      }
      optionRender={(option) => (
        <span className={styles.option}>
          <span className={styles.optionName}>
            {option.data.label}
            <small>{option.data.hint}</small>
          </span>
          <code>{option.data.id}</code>
        </span>
      )}
      onChange={(next) => onChange(next)}
    />
  );
}

export interface FactPickerProps extends FieldProps<string | undefined> {
  /** Leaves out what may not be named there. */
  readonly place?: ConditionPlace | undefined;
}

/** A fact's id. */
export function FactPicker({ value, onChange, ...rest }: FactPickerProps) {
  return (
    <SubjectPicker
      {...rest}
      value={value === undefined ? undefined : factValue(value)}
      onChange={(next) => next !== undefined && !isSegmentValue(next) && onChange(idOf(next))}
    />
  );
}
