/** A length of time typed as people say it; what is understood stands beside it, what is not stays visible. */
import { Input, Tooltip } from "antd";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type FieldProps, labelsOf } from "./field-props.ts";
import styles from "./fields.module.css";
import { type DayMeaning, durationText, parseDurationText } from "./parse-duration-text.ts";

export interface DurationFieldProps extends FieldProps<string | undefined> {
  /** What a day means here; working days unless said otherwise. */
  readonly days?: DayMeaning;
  /** May be emptied; else an emptied field goes back to its value. */
  readonly optional?: boolean;
  readonly placeholder?: string | undefined;
  /** For cells: the message floats instead of taking a line. */
  readonly compact?: boolean;
  /** The field has the focus from the start. */
  readonly autoFocus?: boolean;
}

/** What is typed, until it is taken over; forgotten when the value changes from outside. */
function useTyped(value: string | undefined) {
  const [typed, setTyped] = useState<{ text: string; over: string | undefined }>();
  const text = typed?.over === value ? typed?.text : undefined;
  return [
    text,
    (next: string | undefined) => setTyped(next === undefined ? undefined : { text: next, over: value }),
  ] as const;
}

function useDurationText({ value, onChange, days = "working", optional = false }: DurationFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useTyped(value);
  const shown = value === undefined ? "" : durationText(value, t, days);
  const text = typed ?? shown;
  const empty = text.trim() === "";
  const reading = empty ? undefined : parseDurationText(text, days);
  const fault =
    reading?.ok === false ? t(`fields.duration.fault.${reading.fault}`, { n: reading.n ?? "" }) : undefined;
  const said = reading?.ok ? durationText(reading.iso, t, days) : "";
  const take = () => {
    if (typed === undefined || reading?.ok === false) return;
    setTyped(undefined);
    const next = reading?.iso;
    if (next === undefined && !optional) return;
    if (next !== value && text !== shown) onChange(next);
  };
  return { t, text, fault, said: typed === undefined || said === text.trim() ? "" : said, setTyped, take };
}

export function DurationField(props: DurationFieldProps) {
  const { days = "working", compact = false, size = "middle", autoFocus = false, placeholder } = props;
  const { t, text, fault, said, setTyped, take } = useDurationText(props);
  const [focused, setFocused] = useState(false);
  const messageId = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") take();
    if (event.key !== "Escape" || text === "") return;
    setTyped(undefined);
  };
  const hint = fault ?? (said === "" ? undefined : `= ${said}`);
  const input = (
    <Input
      aria-label={t("fields.duration.label")}
      {...labelsOf(props)}
      {...(hint === undefined ? {} : { "aria-describedby": messageId })}
      aria-invalid={fault !== undefined}
      size={size}
      autoFocus={autoFocus}
      status={fault === undefined ? "" : "error"}
      value={text}
      placeholder={
        placeholder ?? t(days === "none" ? "fields.duration.placeholderOpen" : "fields.duration.placeholder")
      }
      onChange={(event) => setTyped(event.target.value)}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        take();
      }}
      onKeyDown={onKeyDown}
    />
  );
  return (
    <span className={styles.duration}>
      {compact ? (
        <Tooltip
          title={hint}
          open={hint !== undefined && (focused || fault !== undefined)}
          placement="bottom"
        >
          {input}
        </Tooltip>
      ) : (
        input
      )}
      <span
        id={messageId}
        className={compact ? styles.spoken : styles.hint}
        data-fault={fault !== undefined}
        role={fault === undefined ? undefined : "alert"}
      >
        {hint}
      </span>
    </span>
  );
}
