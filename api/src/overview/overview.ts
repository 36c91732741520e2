/** The whole journey of tickets in numbers, now: what came in, how it is classified, clocked, routed, done. */
import { startOfDay } from "@sluice/engine";
import { toIso } from "../clock.ts";
import type { Queryable } from "../database/database.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { routingNow } from "./routing-now.ts";
import {
  type ArrivedCount,
  countArrived,
  countClocks,
  countDone,
  countIncidents,
  countOpen,
  countRuns,
  dueSoonMs,
  type OpenCount,
} from "./ticket-counts.ts";

type Live = Pick<Runtime, "definitions" | "load" | "clock" | "reference">;

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** Channels of the settings, then whichever others tickets came from. */
function channelCounts({ definitions }: Live, arrived: readonly ArrivedCount[], open: readonly OpenCount[]) {
  const known = definitions.current.settings.channels.map(({ key }) => key);
  const ids = [...new Set([...known, ...[...arrived, ...open].map(({ channel }) => channel).sort()])];
  return ids.map((id) => ({
    id,
    today: sum(
      arrived.filter(({ channel }) => channel === id),
      ({ count }) => count,
    ),
    open: open.find(({ channel }) => channel === id)?.open ?? 0,
  }));
}

/** Most categories that are named. */
const categoriesShown = 8;

/** By the first part of the category's path, the most frequent first. */
function classificationCounts(arrived: readonly ArrivedCount[]) {
  const byRoot = new Map<string, number>();
  for (const { category, count } of arrived) {
    const root = category?.split(".", 1)[0];
    if (root !== undefined) byRoot.set(root, (byRoot.get(root) ?? 0) + count);
  }
  const categories = [...byRoot].map(([key, today]) => ({ key, today }));
  return {
    today: sum(arrived, ({ count }) => count),
    unclassified: sum(
      arrived.filter(({ category }) => category === null),
      ({ count }) => count,
    ),
    categories: categories
      .sort((a, b) => b.today - a.today || (a.key < b.key ? -1 : 1))
      .slice(0, categoriesShown),
  };
}

/** Campaigns that are in force or still to come, with the phase that is in force. */
function campaignsNow({ definitions, clock }: Live) {
  const now = clock.now();
  const { phases } = definitions.current.campaigns(now);
  return definitions.documents.flatMap(({ document }) => {
    if (document.kind !== "campaign" || Date.parse(document.spec.until) <= now) return [];
    const { key, name, spec } = document;
    const phase = phases.find(({ campaign }) => campaign === key)?.phase;
    const inForce = phase ? { id: phase.id, name: phase.name ?? "" } : null;
    return [{ key, name, phase: inForce, from: spec.from, until: spec.until }];
  });
}

async function workflowCounts(reader: Queryable, { definitions }: Live) {
  const incidents = await countIncidents(reader);
  const keys = definitions.documents.flatMap(({ document }) =>
    document.kind === "workflow" ? [document.key] : [],
  );
  const workflows = await Promise.all(
    keys.map(async (key) => ({
      key,
      open: await countRuns(reader, key),
      incidents: incidents.get(key) ?? 0,
    })),
  );
  return { workflows, incidents: { open: sum([...incidents.values()], (count) => count) } };
}

/** The overview; "today" begins with the day of the workspace's zone. */
export async function readOverview(reader: Queryable, live: Live) {
  const now = live.clock.now();
  const today = startOfDay(now, live.definitions.current.settings.workspace.timezone);
  const arrived = await countArrived(reader, today);
  const open = await countOpen(reader, now);
  return {
    at: toIso(now),
    todayFrom: toIso(today),
    channels: channelCounts(live, arrived, open),
    classification: { ...classificationCounts(arrived), onReference: live.reference.onReference },
    sla: {
      running: sum(open, ({ running }) => running),
      warning: sum(open, ({ warning }) => warning),
      breached: sum(open, ({ breached }) => breached),
      dueSoon: sum(open, ({ dueSoon }) => dueSoon),
      dueSoonBefore: toIso(now + dueSoonMs),
      byMetric: await countClocks(reader),
    },
    routing: routingNow(live),
    ...(await workflowCounts(reader, live)),
    closing: { ...(await countDone(reader, today)), openTotal: sum(open, (count) => count.open) },
    campaigns: campaignsNow(live),
  };
}
