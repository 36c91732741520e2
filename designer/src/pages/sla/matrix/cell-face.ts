/** What a cell shows and says: its short text, the whole of it, the other reading, and where it comes from. */
import type { SlaSpec } from "@sluice/schemas";
import type { TFunction } from "i18next";
import { type CellAddress, type CellView, isScaled } from "../../../editor/sla/cells.ts";
import { effectiveTarget } from "../../../editor/sla/effective.ts";
import { otherReading } from "../../../editor/sla/readings.ts";
import { tierOf } from "../../../editor/sla/tier.ts";
import { formatOpenTime, formatTarget } from "../../../format/duration.ts";
import type { Calendars } from "../calendars.ts";
import { shortTarget } from "./short-target.ts";

/** What naming and reading need. */
export interface FaceContext {
  readonly spec: SlaSpec;
  readonly calendars: Calendars;
  readonly t: TFunction;
  /** The name of a fact. */
  readonly factName: (id: string) => string;
  /** When the clock would start: scaled working days depend on it. */
  readonly at: number;
}

export interface CellFace {
  /** In the cell; empty where nothing is. */
  readonly short: string;
  /** `24 小时 = 1.5 个工作日（在线客服）`, or why there is nothing. */
  readonly value: string;
  /** Where it comes from, and what else is to be known; one sentence each. */
  readonly notes: readonly string[];
}

/** A tier's name, or what stands for it. */
export function tierName(spec: SlaSpec, id: string, t: TFunction): string {
  return tierOf(spec, id)?.name || t("sla.tiers.unnamed");
}

/** The calendar's name; its key where there is none. */
export const calendarName = (calendars: Calendars, key: string): string => calendars.get(key)?.name ?? key;

/** Both readings of a length on a calendar: `24 小时 = 1.5 个工作日（在线客服）`. */
export function bothReadings(text: string, calendarKey: string, { calendars, t }: FaceContext): string {
  const target = formatTarget(text, t);
  const calendar = calendarName(calendars, calendarKey);
  const other = otherReading(text, calendars.get(calendarKey)?.workday);
  if (!other) return `${target} · ${t("sla.cell.on", { calendar })}`;
  const amount =
    other.unit === "days"
      ? t("duration.workingDays", { count: other.amount })
      : formatOpenTime(other.amount, t);
  const said = other.exact ? amount : t("sla.cell.about", { amount });
  return t("sla.cell.both", { target, other: said, calendar });
}

/** The text of the target that applies, scaled; as it is written where it cannot be read. */
function appliedText(view: CellView, { calendars, at }: FaceContext): string {
  const { source } = view;
  if (!source) return "";
  const calendar = calendars.get(source.calendar);
  return (calendar && effectiveTarget(source, calendar.compiled, at)?.text) ?? source.text;
}

function sourceNote(view: CellView, context: FaceContext): string[] {
  const { source, state } = view;
  const { spec, t } = context;
  if (!source) return [];
  const target = formatTarget(source.text, t);
  const tier = tierName(spec, source.tier, t);
  if (state === "unreached") return [t("sla.cell.unreached", { tier })];
  if (state === "every") return [t("sla.cell.every", { target })];
  if (state !== "inherited") return [];
  const scales = source.scaling.map((each) =>
    t("sla.cell.scale", { tier: tierName(spec, each.tier, t), factor: each.factor }),
  );
  return [
    scales.length === 0
      ? t("sla.cell.from", { tier, target })
      : t("sla.cell.scaledFrom", { scales: scales.join(" "), tier, target }),
  ];
}

function rivalNote({ rivals }: CellView, { spec, t }: FaceContext): string[] {
  if (rivals.length === 0) return [];
  return [
    t("sla.cell.rivals", { tiers: rivals.map((id) => tierName(spec, id, t)).join(t("sla.cell.join")) }),
  ];
}

function platformFace(view: CellView, { t, factName }: FaceContext, notes: readonly string[]): CellFace {
  const fact = view.own ?? view.source?.text;
  if (fact === undefined) return { short: "", value: t("sla.cell.empty"), notes };
  const name = factName(fact);
  return { short: name, value: t("sla.cell.fact", { fact: name }), notes };
}

function everyFace(view: CellView, calendarKey: string, context: FaceContext): CellFace {
  const { t } = context;
  const { own, factor } = view;
  if (own !== undefined) {
    const dead = factor === undefined ? [] : [t("sla.cell.deadFactor", { factor })];
    return { short: shortTarget(own, t), value: bothReadings(own, calendarKey, context), notes: dead };
  }
  if (factor !== undefined)
    return { short: `×${factor}`, value: t("sla.cell.factor", { factor }), notes: [] };
  return { short: "", value: t("sla.cell.nothing"), notes: [] };
}

/** The face of one cell. */
export function cellFace(address: CellAddress, view: CellView, context: FaceContext): CellFace {
  const { spec, t } = context;
  const notes = [...sourceNote(view, context), ...rivalNote(view, context)];
  if (!isScaled(address.metric)) return platformFace(view, context, notes);
  if (address.column === "*") {
    const calendar = tierOf(spec, address.tier)?.targets?.["*"]?.calendar ?? spec.calendar;
    return everyFace(view, calendar, context);
  }
  if (view.state === "unreached" && view.own !== undefined)
    return { short: shortTarget(view.own, t), value: formatTarget(view.own, t), notes };
  if (!view.source) return { short: "", value: t("sla.cell.empty"), notes };
  const text = appliedText(view, context);
  return { short: shortTarget(text, t), value: bothReadings(text, view.source.calendar, context), notes };
}

/** A cell's place in words: `标准 · P2 · 解决`. */
export function addressText(address: CellAddress, spec: SlaSpec, t: TFunction): string {
  return t("sla.cell.address", {
    tier: tierName(spec, address.tier, t),
    column: address.column === "*" ? t("sla.everyColumn") : address.column,
    metric: t(`sla.metricShort.${address.metric}`),
  });
}
