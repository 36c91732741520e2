/** The clock of the cell one points at: for any moment of creation, when it counts, warns and is due. */
import { CalendarOutlined } from "@ant-design/icons";
import { slaMetricKind } from "@sluice/engine";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CellAddress, cellView, isScaled } from "../../../editor/sla/cells.ts";
import { effectiveTarget } from "../../../editor/sla/effective.ts";
import { InstantField } from "../../../fields/InstantField.tsx";
import { readIsoDuration } from "../../../fields/iso-duration.ts";
import { formatDuration } from "../../../format/duration.ts";
import { useNowEvery } from "../../../ui/use-now.ts";
import { addressText, cellFace, type FaceContext } from "../matrix/cell-face.ts";
import { GroupCalendar, type GroupCalendarProps } from "./GroupCalendar.tsx";
import { type Preset, presetInstant, presets } from "./presets.ts";
import { StripBody } from "./StripBody.tsx";
import styles from "./strip.module.css";
import { stripOf } from "./strip-model.ts";

export interface ClockStripProps extends Pick<GroupCalendarProps, "execute" | "readOnly"> {
  /** The cell; nothing is drawn without one. */
  readonly address: CellAddress | undefined;
  readonly context: FaceContext;
}

const minute = 60_000;
const pauses = [0, 30, 120, 24 * 60, 3 * 24 * 60].map((minutes) => minutes * minute);

/** When the ticket of the drawing is created: a preset follows the time, a chosen instant stays. */
function useCreated(timezone: string) {
  const now = useNowEvery(minute);
  const [chosen, setChosen] = useState<Preset | number>("now");
  const at = typeof chosen === "number" ? chosen : presetInstant(chosen, now, timezone);
  return { now, chosen, setChosen, at };
}

/** The column of every priority has no clock of its own. */
const example = "P2";

/** What the strip draws, or why there is nothing to draw. */
function drawn(address: CellAddress, context: FaceContext, at: number, pauseMs: number) {
  const { spec, calendars, t, factName } = context;
  const row = spec.tiers.findIndex(({ id }) => id === address.tier);
  const column = address.column === "*" ? example : address.column;
  const { source } = cellView(spec, row, column, address.metric);
  if (!source) return { said: t("sla.strip.none") };
  if (!isScaled(address.metric)) return { said: t("sla.strip.platform", { fact: factName(source.text) }) };
  const calendar = calendars.get(source.calendar);
  if (!calendar) return { said: t("sla.strip.noCalendar", { calendar: source.calendar }) };
  const target = effectiveTarget(source, calendar.compiled, at);
  if (!target) return { said: t("sla.strip.unreadable") };
  const limit = spec.maxPause === undefined ? undefined : readIsoDuration(spec.maxPause)?.ms;
  const strip = stripOf({
    calendar: calendar.compiled,
    metric: address.metric,
    target,
    start: at,
    pauseMs: Math.min(pauseMs, limit || pauseMs),
    reminders: spec.reminders ?? [],
  });
  return strip ? { strip, calendar } : { said: t("sla.strip.never") };
}

/** Whether anything pauses the metric. */
function canPause({ spec }: FaceContext, address: CellAddress | undefined): boolean {
  if (!address || !isScaled(address.metric)) return false;
  return (spec.pauseOn?.[address.metric] ?? slaMetricKind(address.metric).pauseOn).length > 0;
}

export function ClockStrip({ address, context, execute, readOnly }: ClockStripProps) {
  const { t } = useTranslation();
  const { spec, calendars } = context;
  const timezone = calendars.get(spec.calendar)?.spec.timezone ?? "Asia/Shanghai";
  const { now, chosen, setChosen, at } = useCreated(timezone);
  const [pauseMs, setPauseMs] = useState(0);
  const pausable = canPause(context, address);
  return (
    <section className={styles.strip} aria-label={t("sla.strip.title")}>
      <StripHead address={address} context={{ ...context, at }}>
        {address ? (
          <GroupCalendar address={address} context={context} execute={execute} readOnly={readOnly} />
        ) : null}
      </StripHead>
      <div className={styles.controls}>
        <span>{t("sla.strip.created")}</span>
        <InstantField
          size="small"
          aria-label={t("sla.strip.created")}
          zone={timezone}
          value={new Date(Math.floor(at / minute) * minute).toISOString()}
          onChange={(iso) => iso !== undefined && setChosen(Date.parse(iso))}
        />
        {presets.map((preset) => (
          <button
            key={preset}
            type="button"
            className={styles.preset}
            aria-pressed={chosen === preset}
            onClick={() => setChosen(preset)}
          >
            {t(`sla.strip.${preset}`)}
          </button>
        ))}
        <span className={styles.spring} />
        <Select
          size="small"
          aria-label={t("sla.strip.pause")}
          style={{ width: 132 }}
          disabled={!pausable}
          value={pausable ? pauseMs : 0}
          onChange={setPauseMs}
          options={pauses.map((ms) => ({
            value: ms,
            label:
              ms === 0
                ? t("sla.strip.pauseNone")
                : t("sla.strip.pauseLength", { length: formatDuration(ms, t) }),
          }))}
        />
      </div>
      <div className={styles.body}>
        {address ? (
          <StripBody {...drawn(address, context, at, pausable ? pauseMs : 0)} now={now} />
        ) : (
          <p className={styles.nothing}>{t("sla.strip.hint")}</p>
        )}
      </div>
    </section>
  );
}

interface StripHeadProps {
  readonly address: CellAddress | undefined;
  readonly context: FaceContext;
  readonly children: React.ReactNode;
}

function StripHead({ address, context, children }: StripHeadProps) {
  const { t, spec } = context;
  const row = spec.tiers.findIndex(({ id }) => id === address?.tier);
  if (!address || row < 0)
    return (
      <header className={styles.head}>
        <h2>{t("sla.strip.title")}</h2>
      </header>
    );
  const face = cellFace(address, cellView(spec, row, address.column, address.metric), context);
  const notes =
    address.column === "*" && isScaled(address.metric)
      ? [...face.notes, t("sla.strip.example", { priority: example })]
      : face.notes;
  const source = notes.join("; ");
  return (
    <header className={styles.head}>
      <CalendarOutlined aria-hidden />
      <h2>{addressText(address, spec, t)}</h2>
      <span className={styles.value} title={face.value}>
        {face.value}
      </span>
      <span className={styles.source} title={source}>
        {source}
      </span>
      {children}
    </header>
  );
}
