/** One event of the timeline as a line: who did what, and the words that were written. */
import type { TimelineItem } from "../../../client/types.ts";
import type { SentenceContext } from "../../../explain/sentence-context.ts";
import { changeSentence } from "./change-sentence.ts";
import { objectAt, textAt } from "./read-json.ts";

export interface EventLine {
  /** Empty for events that only carry decisions and log lines. */
  readonly headline: string;
  /** A message's words. */
  readonly body?: string;
  /** An internal note. */
  readonly internal?: boolean;
}

/** The name of who did it. */
export function actorName({ actor }: TimelineItem, { t, names }: SentenceContext): string {
  if (actor.type === "agent" && actor.id) return names.agent(actor.id);
  if (actor.type === "user" && actor.id) return actor.id;
  return t(`words.actor.${actor.type}`);
}

function messageLine(item: TimelineItem, context: SentenceContext): EventLine {
  const { t } = context;
  const message = { ...item.data, ...objectAt(item.data, "message") };
  const internal = message.public === false;
  const who = actorName(item, context);
  const key = internal ? "noted" : item.actor.type === "customer" ? "message" : "replied";
  return { headline: t(`ticket.timeline.${key}`, { who }), body: textAt(message, "text"), internal };
}

function updateLine(item: TimelineItem, context: SentenceContext): EventLine {
  const { t } = context;
  const who = actorName(item, context);
  const changes = changeSentence({ ...item.data, ...objectAt(item.data, "changes") }, context);
  return {
    headline:
      changes === ""
        ? t("ticket.timeline.updatedPlain", { who })
        : t("ticket.timeline.updated", { who, changes }),
  };
}

type Line = (item: TimelineItem, context: SentenceContext) => EventLine;

const silent: Line = () => ({ headline: "" });

const lines: Readonly<Record<string, Line>> = {
  "message.received": messageLine,
  "ticket.updated": updateLine,
  "ticket.claim": (item, context) => {
    const who = actorName(item, context);
    const pool = textAt(item.data, "pool");
    const { t, names } = context;
    return {
      headline: pool
        ? t("ticket.timeline.claimedFrom", { who, pool: names.pool(pool) })
        : t("ticket.timeline.claimed", { who }),
    };
  },
  "ticket.assign": (item, context) => ({
    headline: context.t("ticket.timeline.assigned", {
      who: actorName(item, context),
      agent: context.names.agent(textAt(item.data, "agent")),
    }),
  }),
  "ticket.release": (item, context) => ({
    headline: context.t("ticket.timeline.released", { who: actorName(item, context) }),
  }),
  "ticket.transfer": (item, context) => ({
    headline: context.t("ticket.timeline.transferred", {
      who: actorName(item, context),
      group: context.names.group(textAt(item.data, "group")),
    }),
  }),
  "ticket.reroute": (item, context) => ({
    headline: context.t("ticket.timeline.rerouted", { who: actorName(item, context) }),
  }),
  "ticket.reclassify": (item, context) => ({
    headline: context.t("ticket.timeline.reclassified", { who: actorName(item, context) }),
  }),
  "task.completed": (item, context) => ({
    headline: context.t("ticket.timeline.taskCompleted", {
      who: actorName(item, context),
      outcome: textAt(item.data, "outcome"),
    }),
  }),
  "routing.drain": (_, { t }) => ({ headline: t("ticket.timeline.drained") }),
  "routing.offline": (_, { t }) => ({ headline: t("ticket.timeline.offline") }),
  "sla.published": (_, { t }) => ({ headline: t("ticket.timeline.slaPublished") }),
  "campaign.edge": ({ data }, { t }) => ({
    headline: t("ticket.timeline.campaign", { phase: textAt(data, "phase") }),
  }),
  "run.start": ({ data }, { t, names }) => ({
    headline: t("ticket.timeline.runStarted", { workflow: names.workflow(textAt(data, "workflow")) }),
  }),
  "run.cancel": (_, { t }) => ({ headline: t("ticket.timeline.runCancelled") }),
  "incident.retry": (_, { t }) => ({ headline: t("ticket.timeline.incidentRetried") }),
  "incident.skip": (_, { t }) => ({ headline: t("ticket.timeline.incidentSkipped") }),
  // Their log lines and decisions say what they did.
  "routing.decided": silent,
  "job.finished": silent,
  timer: silent,
};

/** Past and present forms name the same event (`ticket.claim`, `ticket.claimed`). */
const aliases: Readonly<Record<string, string>> = {
  "ticket.claimed": "ticket.claim",
  "ticket.assigned": "ticket.assign",
  "ticket.released": "ticket.release",
  "ticket.transferred": "ticket.transfer",
  "job.completed": "job.finished",
  "job.failed": "job.finished",
};

/** The line of an event; `channel` is the ticket's. An unknown event shows its type. */
export function eventSentence(item: TimelineItem, channel: string, context: SentenceContext): EventLine {
  const { t, names } = context;
  if (item.type === "ticket.created") {
    return { headline: t("ticket.timeline.created", { channel: names.channel(channel) }) };
  }
  if (item.type === "custom") return { headline: textAt(item.data, "name") };
  const line = lines[aliases[item.type] ?? item.type];
  return line === undefined ? { headline: item.type } : line(item, context);
}
