/**
 * Moving a campaign's window: started now, extended, ended now. Pure; instants keep the offset they were written with.
 * Source: documents.md, section campaign: in force for `from ≤ now < until`, phases inside the campaign's window.
 */
import type { CampaignPhase, CampaignSpec } from "@sluice/schemas";

interface Window {
  readonly from: string;
  readonly until: string;
}

/** Epoch ms of a window's ends. */
export const windowMs = ({ from, until }: Window) => ({ from: Date.parse(from), until: Date.parse(until) });

/** True while the window holds `now`. */
export function isRunning(window: Window, now: number): boolean {
  const { from, until } = windowMs(window);
  return from <= now && now < until;
}

const minuteMs = 60_000;

function offsetMs(text: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(text) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minuteMs;
  return sign === "-" ? -size : size;
}

/** `at` (epoch ms) as ISO 8601 with the offset of `like`. */
export function instantLike(at: number, like: string): string {
  const local = new Date(at + offsetMs(like)).toISOString().replace(/(?:\.000)?Z$/, "");
  return `${local}${/(?:Z|[+-]\d{2}:\d{2})$/.exec(like)?.[0] ?? "Z"}`;
}

function moved<T extends Window>(window: T, from: number, until: number): T {
  return { ...window, from: instantLike(from, window.from), until: instantLike(until, window.until) };
}

const latestEnd = (phases: readonly CampaignPhase[]): number =>
  Math.max(...phases.map((phase) => windowMs(phase).until));

/**
 * The campaign begun at `now`: window and phases shifted alike. With `length` (ms) it lasts so long: phases that would
 * begin later are dropped, and the last one ends with the campaign. `null` when no phase is left.
 */
export function startedAt(spec: CampaignSpec, now: number, length?: number): CampaignSpec | null {
  const own = windowMs(spec);
  const shift = now - own.from;
  const end = now + (length ?? own.until - own.from);
  const shifted = spec.phases.map((phase) => {
    const { from, until } = windowMs(phase);
    return moved(phase, from + shift, until + shift);
  });
  const within = shifted.filter((phase) => windowMs(phase).from < end);
  if (within.length === 0) return null;
  const last = latestEnd(within);
  const phases = within.map((phase) => {
    const { from, until } = windowMs(phase);
    const isLast = length !== undefined && until === last;
    return moved(phase, from, isLast ? end : Math.min(until, end));
  });
  return { ...moved(spec, now, end), phases };
}

/** The campaign with another end; the phases that end last end with it. */
export function extendedTo(spec: CampaignSpec, until: number): CampaignSpec {
  const last = latestEnd(spec.phases);
  const phases = spec.phases.map((phase) => {
    const own = windowMs(phase);
    return own.until === last ? moved(phase, own.from, until) : phase;
  });
  return { ...moved(spec, windowMs(spec).from, until), phases };
}

/**
 * The running campaign ended at `now`: phases in force end too, later ones are dropped. A campaign that has not reached
 * its first phase keeps that one, over the time that has gone by, as a campaign has at least one.
 */
export function endedAt(spec: CampaignSpec, now: number): CampaignSpec {
  const { from } = windowMs(spec);
  // A window is never empty: what is ended in the very millisecond of its start lasts for one.
  const end = Math.max(now, from + 1);
  const begun = spec.phases.filter((phase) => windowMs(phase).from < end);
  const phases = begun.map((phase) => {
    const own = windowMs(phase);
    return own.until > end ? moved(phase, own.from, end) : phase;
  });
  const first = spec.phases[0];
  const kept = phases.length > 0 || first === undefined ? phases : [moved(first, from, end)];
  return { ...moved(spec, from, end), phases: kept };
}

/** The same content in the windows of `timed`; phases that it does not have stay as they are. */
export function withWindows(spec: CampaignSpec, timed: CampaignSpec): CampaignSpec {
  const phases = spec.phases.map((phase) => {
    const like = timed.phases.find(({ id }) => id === phase.id);
    return like ? { ...phase, from: like.from, until: like.until } : phase;
  });
  return { ...spec, from: timed.from, until: timed.until, phases };
}
