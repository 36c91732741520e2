/**
 * Reminders that would fall at or before the start of a clock, and have no `else` that fits: they are skipped.
 * Only plain open time (`PT…`) is compared; working days depend on the calendar.
 */
import {
  type AnyDocument,
  type Finding,
  finding,
  type Label,
  type SlaMetric,
  type SlaOverlay,
  type SlaReminder,
  type SlaSpec,
  type SluiceDocument,
  slaMetrics,
} from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { metricLabels } from "../../rules/facts/built-in.ts";
import { readDuration } from "../../sla/duration.ts";
import { slaMetricKind } from "../../sla/metrics/index.ts";
import { readMoment } from "../../sla/policy/reminders.ts";
import { removal, replacement } from "../fixes.ts";
import type { LintContext, LintRule } from "../rule.ts";
import { filledCells } from "../sla-cells.ts";

/** A target that a clock may get; `ms` is unknown for working days and the platform's own deadlines. */
interface Target {
  readonly metric: SlaMetric;
  readonly label: Label;
  readonly text: string;
  readonly ms: number | undefined;
}

function targetsOf({ tiers }: SlaSpec): readonly Target[] {
  return tiers.flatMap((tier) =>
    filledCells(tier).map(({ priority, metric, text }) => {
      const read = metric === "platformDue" ? undefined : readDuration(text);
      const { zh, en } = metricLabels[metric];
      const name = tier.name || tier.id;
      const label = { zh: `${name} ${priority} ${zh} ${text}`, en: `${name} ${priority} ${en} ${text}` };
      return { metric, label, text, ms: read && read.days === 0 ? read.ms : undefined };
    }),
  );
}

/** Whether a moment surely falls at or before the start of a clock with this target. */
function isTooEarly(text: string | undefined, target: Target): boolean {
  const moment = text === undefined ? undefined : readMoment(text);
  if (moment?.type === "share") return moment.share === 0;
  if (moment?.type !== "open") return text === undefined;
  return moment.ms < 0 && target.ms !== undefined && -moment.ms >= target.ms;
}

/** Metrics whose clocks may stand still: a pause moves the due, and with it what is counted back from it. */
const pausing = ({ pauseOn }: SlaSpec): readonly SlaMetric[] =>
  slaMetrics.filter((metric) => {
    const kind = slaMetricKind(metric);
    const own = metric === "platformDue" ? undefined : pauseOn?.[metric];
    return kind.adjustable && (own ?? kind.pauseOn).length > 0;
  });

/** Whether a retarget may put a clock on another calendar: it is then due later than its target after the start. */
const changesCalendar = ({ calendar, tiers }: SlaSpec, ofPolicy: readonly SlaOverlay[]): boolean =>
  [...tiers, ...ofPolicy].some(({ targets }) =>
    Object.values(targets ?? {}).some((cells) => cells.calendar !== undefined && cells.calendar !== calendar),
  ) || ofPolicy.some((overlay) => overlay.calendar !== undefined && overlay.calendar !== calendar);

/** Metrics that may come to be due later than their targets say: a pause, another calendar, a scale, a campaign. */
function stretched(
  { key, spec }: SluiceDocument<"sla">,
  documents: readonly AnyDocument[],
): ReadonlySet<string> {
  const overlays = documents.flatMap((document) =>
    document.kind === "campaign" ? document.spec.phases.flatMap(({ sla }) => sla ?? []) : [],
  );
  const ofPolicy = overlays.filter(({ policy }) => policy === key);
  const scaled = [...spec.tiers, ...ofPolicy].flatMap(({ scale }) =>
    Object.entries(scale ?? {}).flatMap(([metric, factor]) => (factor > 1 ? [metric] : [])),
  );
  const replaced = ofPolicy.flatMap(({ targets }) => Object.values(targets ?? {}).flatMap(Object.keys));
  if (changesCalendar(spec, ofPolicy)) return new Set(slaMetrics);
  // A ticket that comes back after it was resolved goes on with the time that was left.
  return new Set([...scaled, ...replaced, ...pausing(spec), "resolution"]);
}

const nameOf = (metric: SlaReminder["metric"]): Label =>
  metric === "*" ? { zh: "任何", en: "any" } : metricLabels[metric];

const byLength = (a: Target, b: Target): number => (a.ms ?? 0) - (b.ms ?? 0);

/** As many as fit a line. */
const listed = (targets: readonly Target[], language: keyof Label): string =>
  `${targets
    .slice(0, 3)
    .map(({ label }) => label[language])
    .join(language === "zh" ? "、" : ", ")}${targets.length > 3 ? " …" : ""}`;

const withElse = (reminder: SlaReminder, path: string) =>
  replacement(path, { ...reminder, else: "75%" }, "else-share");

function checkReminder(
  reminder: SlaReminder,
  path: string,
  targets: readonly Target[],
  longer: ReadonlySet<string>,
): readonly Finding[] {
  const { metric } = reminder;
  const mine = targets.filter((target) => metric === "*" || target.metric === metric);
  if (mine.length === 0)
    return [
      finding(
        "warning",
        at(path, "metric"),
        "sla.reminder-no-target",
        { metric: nameOf(metric) },
        removal(path, "remove-reminder"),
      ),
    ];
  const skipped = mine.filter((one) => isTooEarly(reminder.at, one) && isTooEarly(reminder.else, one));
  const [shortest] = skipped;
  if (!shortest) return [];
  const certain = skipped.length === mine.length && !skipped.some((one) => longer.has(one.metric));
  const longest = skipped.toSorted(byLength).at(-1)?.text ?? shortest.text;
  if (certain)
    return [finding("warning", at(path, "at"), "sla.reminder-never", { longest }, withElse(reminder, path))];
  const short = { zh: listed(skipped, "zh"), en: listed(skipped, "en") };
  return [
    finding("info", at(path, "at"), "sla.reminder-skipped", { targets: short }, withElse(reminder, path)),
  ];
}

function check(document: SluiceDocument<"sla">, context: LintContext): readonly Finding[] {
  const targets = targetsOf(document.spec);
  const longer = stretched(document, context.documents);
  return (document.spec.reminders ?? []).flatMap((reminder, index) =>
    checkReminder(reminder, at("/spec/reminders", index), targets, longer),
  );
}

export const silentReminders: LintRule<"sla"> = { id: "silent-reminders", check };
