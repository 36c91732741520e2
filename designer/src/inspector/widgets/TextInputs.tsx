/** Inputs for texts with a meaning: templates, lengths of time, instants, schedules, zones, events. */
import { triggerEvents } from "@sluice/engine";
import { AutoComplete, Select } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../../conditions/vocabulary-context.tsx";
import { inLanguage } from "../../explain/names.ts";
import { DurationField } from "../../fields/DurationField.tsx";
import { labelsOf } from "../../fields/field-props.ts";
import { InstantField } from "../../fields/InstantField.tsx";
import { durationText } from "../../fields/parse-duration-text.ts";
import styles from "../inspector.module.css";
import { useInspector } from "../inspector-context.ts";
import { cronPresets, isCron } from "../schema/cron-text.ts";
import { isRecord } from "../schema/plain-schema.ts";
import { withoutMixedDays } from "../schema/wall-clock-duration.ts";
import { TemplateField } from "../template/TemplateField.tsx";
import type { InputProps } from "./as-widget.tsx";

const orNothing = (text: string | undefined) => (text === "" ? undefined : text);

function Template({ multiline, ...props }: InputProps & { multiline: boolean }) {
  const { text, onChange, placeholder, draw } = props;
  const { sample } = useInspector();
  return (
    <TemplateField
      {...labelsOf(props)}
      value={text}
      onChange={(next) => onChange(orNothing(next))}
      multiline={multiline}
      placeholder={placeholder}
      maxLength={typeof draw.plain.maxLength === "number" ? draw.plain.maxLength : undefined}
      sample={sample}
    />
  );
}

export const TemplateInput = (props: InputProps) => <Template {...props} multiline={false} />;
export const TemplateTextInput = (props: InputProps) => <Template {...props} multiline />;

/** Days count as working days on the calendar beside the length; without one they are 24 hours each. */
export function DurationInput(props: InputProps) {
  const { text, onChange, optional, draw } = props;
  const { t } = useTranslation();
  const { value } = useInspector();
  const onCalendar = isRecord(value) && typeof value.calendar === "string";
  const days = onCalendar ? "working" : "elapsed";
  const standard =
    typeof draw.defaultValue === "string" ? durationText(draw.defaultValue, t, days) : undefined;
  return (
    <DurationField
      {...labelsOf(props)}
      value={orNothing(text)}
      onChange={(next) => onChange(next && !onCalendar ? withoutMixedDays(next) : next)}
      optional={optional}
      days={days}
      {...(standard === undefined ? {} : { placeholder: t("inspector.defaultValue", { value: standard }) })}
    />
  );
}

export function InstantInput(props: InputProps) {
  const { text, onChange, optional } = props;
  return (
    <InstantField
      {...labelsOf(props)}
      value={orNothing(text)}
      onChange={(next) => onChange(next)}
      optional={optional}
    />
  );
}

export function TimezoneInput(props: InputProps) {
  const { text, onChange, optional } = props;
  const { timezone } = useVocabulary();
  const options = useMemo(
    () => Intl.supportedValuesOf("timeZone").map((value) => ({ value, label: value })),
    [],
  );
  return (
    <Select<string>
      {...labelsOf(props)}
      className={styles.wide ?? ""}
      showSearch
      allowClear={optional}
      placeholder={timezone}
      value={text === "" ? null : text}
      options={options}
      onChange={(next?: string) => onChange(next)}
    />
  );
}

export function CronInput(props: InputProps) {
  const { text, onChange } = props;
  const { t } = useTranslation();
  const wrong = text !== "" && !isCron(text);
  return (
    <>
      <AutoComplete
        {...labelsOf(props)}
        className={styles.wide ?? ""}
        placeholder={t("inspector.cron.placeholder")}
        status={wrong ? "error" : ""}
        value={text}
        options={cronPresets.map(({ id, cron }) => ({
          value: cron,
          label: `${t(`inspector.cron.${id}`)} · ${cron}`,
        }))}
        onChange={(next) => onChange(orNothing(next))}
      />
      {wrong ? <p className={styles.fault}>{t("inspector.cron.fault")}</p> : null}
    </>
  );
}

/** What a wait can wait for: the ticket's own events, or one of the house's. */
const awaited = Object.entries(triggerEvents).filter(
  ([id]) => /^(?:ticket|sla)\./.test(id) && id !== "ticket.created",
);

export function EventInput(props: InputProps) {
  const { text, onChange, optional } = props;
  const { t, i18n } = useTranslation();
  const options = awaited.map(([value, label]) => ({ value, label: inLanguage(label, i18n.language) }));
  const own = text !== "" && !awaited.some(([id]) => id === text);
  return (
    <Select<string[]>
      {...labelsOf(props)}
      className={styles.wide ?? ""}
      mode="tags"
      maxCount={1}
      suffixIcon={null}
      allowClear={optional}
      placeholder={t("inspector.event.placeholder")}
      value={text === "" ? [] : [text]}
      options={own ? [...options, { value: text, label: t("inspector.event.own", { name: text }) }] : options}
      onChange={(next) => onChange(orNothing(next.at(-1)))}
    />
  );
}
