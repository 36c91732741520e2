/**
 * A Liquid template: completion of real names on `{{`, unknown names underlined, and what the sample ticket's
 * customer would read below. A template that is one lone `{{ x }}` gives the value with its own type.
 */
import { Button, Tooltip } from "antd";
import { type KeyboardEvent, useId, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../../conditions/vocabulary-context.tsx";
import { type FieldProps, labelsOf } from "../../fields/field-props.ts";
import { previewTemplate, previewText, type TemplateSample } from "./preview.ts";
import { TemplateText } from "./TemplateText.tsx";
import styles from "./template.module.css";
import {
  extraNames,
  type TemplateFaults,
  type TemplateVariable,
  templateFaults,
  templateVariables,
} from "./template-names.ts";
import { useCompletion } from "./use-completion.ts";
import { optionId, VariableList } from "./VariableList.tsx";

export interface TemplateFieldProps extends FieldProps<string> {
  /** Several lines; one otherwise. */
  readonly multiline?: boolean;
  /** Lines that are seen from the start; four when there may be several. */
  readonly rows?: number;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  /** What the preview is made with; without it there is none. */
  readonly sample?: TemplateSample | undefined;
  /** Names besides the vocabulary's facts, for instance what a step before gives. */
  readonly extra?: readonly TemplateVariable[];
}

const noFaults: TemplateFaults = { error: null, unknown: [] };
const noVariables: readonly TemplateVariable[] = [];

/** What can be named here: the vocabulary's facts, what every template knows, and `extra`. */
function useVariables(extra: readonly TemplateVariable[]): readonly TemplateVariable[] {
  const { t, i18n } = useTranslation();
  const { facts } = useVocabulary().catalog;
  return useMemo(
    () => [...extra, ...templateVariables(facts, i18n.language, (name) => t(extraNames[name].text))],
    [extra, facts, i18n.language, t],
  );
}

export function TemplateField(props: TemplateFieldProps) {
  const { value, onChange, multiline = false, placeholder, maxLength, sample, extra = noVariables } = props;
  const { rows = multiline ? 4 : 1 } = props;
  const { t } = useTranslation();
  const ids = { list: useId(), note: useId() };
  const area = useRef<HTMLTextAreaElement>(null);
  const variables = useVariables(extra);
  const known = useMemo(() => variables.map(({ name }) => name), [variables]);
  const found = useMemo(() => templateFaults(value, known), [value, known]);
  const completion = useCompletion(area, variables, onChange);
  // A name that is being typed is no mistake yet.
  const faults = completion.open ? noFaults : found;
  const onKeyDown = (event: KeyboardEvent) => {
    if (completion.onKey(event)) return;
    if (event.key === "Enter" && !multiline && !event.nativeEvent.isComposing) event.preventDefault();
  };
  return (
    <div className={styles.field} data-invalid={faults.error !== null || faults.unknown.length > 0}>
      <TemplateText
        {...labelsOf(props)}
        areaRef={area}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={completion.open}
        aria-controls={ids.list}
        aria-describedby={[ids.note, props["aria-describedby"]].filter(Boolean).join(" ")}
        aria-invalid={faults.error !== null || faults.unknown.length > 0}
        {...(completion.open && completion.items.length > 0
          ? { "aria-activedescendant": optionId(ids.list, completion.active) }
          : {})}
        rows={rows}
        value={value}
        unknown={faults.unknown}
        placeholder={placeholder}
        maxLength={maxLength}
        onChange={(event) => {
          const text = event.target.value;
          onChange(multiline ? text : text.replace(/[\r\n]+/g, " "));
          completion.look();
        }}
        onKeyDown={onKeyDown}
        onClick={completion.look}
        onBlur={completion.close}
      />
      {props.disabled ? null : (
        <Tooltip
          title={`${t("inspector.template.insert")} · ${t("inspector.template.lone", { open: "{{", close: "}}" })}`}
        >
          <Button
            type="text"
            size="small"
            className={styles.insert ?? ""}
            aria-label={t("inspector.template.insert")}
            onMouseDown={(event) => event.preventDefault()}
            onClick={completion.openAll}
          >
            {"{x}"}
          </Button>
        </Tooltip>
      )}
      {completion.open ? <VariableList id={ids.list} completion={completion} /> : null}
      <TemplateNote id={ids.note} value={value} faults={faults} sample={sample} />
    </div>
  );
}

interface TemplateNoteProps {
  readonly id: string;
  readonly value: string;
  readonly faults: TemplateFaults;
  readonly sample: TemplateSample | undefined;
}

/** Below the field: the fault if there is one, else what the sample gives. */
function TemplateNote({ id, value, faults, sample }: TemplateNoteProps) {
  const { t } = useTranslation();
  const isTemplate = value.includes("{{") || value.includes("{%");
  const preview = useMemo(
    () => (sample && isTemplate ? previewTemplate(value, sample) : undefined),
    [sample, isTemplate, value],
  );
  const [unknown] = faults.unknown;
  if (faults.error !== null || unknown)
    return (
      <p id={id} className={styles.fault} role="alert">
        {faults.error !== null
          ? t("inspector.template.fault", { detail: faults.error })
          : t("inspector.template.unknown", { name: unknown?.name ?? "" })}
      </p>
    );
  if (preview?.ok !== true) return <span id={id} hidden />;
  const text = previewText(preview.value);
  return (
    <p id={id} className={styles.preview}>
      {t("inspector.template.previewOf")}{" "}
      <output>{text === "" ? t("inspector.template.previewEmpty") : text}</output>
    </p>
  );
}
