/** What a ticket's first burst comes to, and in which parts two outcomes differ. */
import { type Definitions, incomingFacts, isOpenClock, simulate, type TicketState } from "@sluice/engine";
import type { Json, Priority } from "@sluice/schemas";
import { toIso } from "../clock.ts";
import type { IncomingTicket } from "../tickets/as-it-came-in.ts";

/** What classification gave. */
export interface Classified {
  readonly category: string | null;
  readonly priority: Priority;
  readonly tags: readonly string[];
  readonly fields: { readonly [key: string]: Json };
}

/** Where routing sent it with nobody there: the policy's word, free of who happened to be online. */
export interface Routed {
  readonly route: string | null;
  readonly group: string | null;
  readonly pool: string | null;
}

/** What the whole burst came to. */
export interface BurstOutcome extends Classified {
  /** Metric → due, ISO UTC. */
  readonly dues: { readonly [metric: string]: string };
  readonly routing: Routed | null;
  /** What was sent to the customer. */
  readonly messages: readonly string[];
}

const routedOf = ({ routing, ticket }: TicketState): Routed | null =>
  routing === null
    ? null
    : { route: "route" in routing ? routing.route : null, group: ticket.group, pool: ticket.pool };

/** The whole first burst, by the code that runs live. Throws `EngineError` where it may not happen. */
export function burstOutcome(definitions: Definitions, past: IncomingTicket): BurstOutcome {
  const { id, number, at, ticket } = past;
  const customer = { known: ticket.known ?? {} };
  const { ticketState, steps } = simulate(definitions, { ticket: ticket.input, at, id, number, customer });
  const { category, priority, tags, fields } = ticketState.ticket;
  const open = ticketState.clocks.filter(isOpenClock);
  return {
    ...{ category, priority, tags, fields },
    dues: Object.fromEntries(open.map(({ metric, due }) => [metric, toIso(due)])),
    routing: routedOf(ticketState),
    messages: steps.flatMap(({ messages }) => messages.map(({ text }) => text)),
  };
}

/** What one ruleset makes of the ticket; nothing else of the burst is run. `null` where the ruleset is not there. */
export function classifiedBy(
  definitions: Definitions,
  ruleset: string,
  past: IncomingTicket,
  facts = incomingFacts(definitions, past.ticket, past.at, past.facts),
): Classified | null {
  const { at, ticket } = past;
  const compiled = definitions.classification(ruleset, at);
  if (!compiled) return null;
  const { priority, tags = [], fields = {} } = ticket.input;
  const given = compiled.classify(facts, {
    now: at,
    ...(priority === undefined ? {} : { explicitPriority: priority }),
  });
  if ("needs" in given) return null;
  return {
    category: given.category,
    priority: given.priority ?? "P3",
    tags: [...new Set([...tags, ...given.tags])],
    fields: { ...fields, ...given.fields },
  };
}

/** The parts that are compared and counted. */
export const parts = ["category", "priority", "tags", "fields", "sla", "routing", "messages"] as const;
export type Part = (typeof parts)[number];

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
const sorted = (items: readonly string[]): readonly string[] => [...items].sort();

/** Which parts of a classification differ; the order of tags says nothing. */
export const classificationDiffers = (a: Classified, b: Classified): readonly Part[] => [
  ...(a.category === b.category ? [] : (["category"] as const)),
  ...(a.priority === b.priority ? [] : (["priority"] as const)),
  ...(differs(sorted(a.tags), sorted(b.tags)) ? (["tags"] as const) : []),
  ...(differs(a.fields, b.fields) ? (["fields"] as const) : []),
];

/** Which parts beyond the classification differ. */
export const burstDiffers = (a: BurstOutcome, b: BurstOutcome): readonly Part[] => [
  ...(differs(a.dues, b.dues) ? (["sla"] as const) : []),
  ...(differs(a.routing, b.routing) ? (["routing"] as const) : []),
  ...(differs(a.messages, b.messages) ? (["messages"] as const) : []),
];
