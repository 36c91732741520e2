/** One simulation as its callers write it, over HTTP and on the command line. */
import { simulate } from "@sluice/engine";
import {
  type AnyDocument,
  Duration,
  Instant,
  Json,
  parseDocument,
  strict,
  TicketInput,
} from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { toIso } from "../clock.ts";
import type { Queryable } from "../database/database.ts";
import { checkMeaning } from "../documents/check.ts";
import { AppError, type FieldError } from "../errors.ts";
import { instantMs, spanMs } from "../infra/moments.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { decisionView } from "./decision-view.ts";
import { readNextNumber, readSimulatedCustomer } from "./simulated-customer.ts";
import { SimulationEvent, toSimulatedEvents } from "./simulation-events.ts";
import { runView, ticketView } from "./ticket-view.ts";

/** The body of `POST /simulate` and the file of `sluice simulate`. */
export const Simulation = Type.Object(
  {
    ticket: TicketInput,
    at: Type.Optional(Instant),
    events: Type.Optional(Type.Array(SimulationEvent, { maxItems: 1000 })),
    documents: Type.Optional(Type.Array(Json, { maxItems: 100 })),
    /** Outputs of actions by node id: those jobs succeed at once. */
    pinned: Type.Optional(Type.Record(Type.String(), Json)),
    /** Faults of actions by node id: those jobs fail at once, their retries used up. */
    failing: Type.Optional(
      Type.Record(Type.String(), Type.Object({ code: Type.String(), message: Type.String() }, strict)),
    ),
    /** How long to follow the ticket after the last event. */
    follow: Type.Optional(Duration),
  },
  strict,
);

export type Simulation = Static<typeof Simulation>;

/** Parses and checks the drafts; faults are named below `/documents/<n>`. */
function parseDrafts(runtime: Runtime, inputs: readonly Json[]): readonly AnyDocument[] {
  const errors: FieldError[] = [];
  const drafts = inputs.flatMap((input, index) => {
    const parsed = parseDocument(input);
    if (parsed.ok) return [parsed.value];
    errors.push(...parsed.problems.map((item) => ({ ...item, path: `/documents/${index}${item.path}` })));
    return [];
  });
  const replaced = new Set(drafts.map(({ kind, key }) => `${kind}/${key}`));
  const live = runtime.definitions.documents.map(({ document }) => document);
  const beside = [...live.filter(({ kind, key }) => !replaced.has(`${kind}/${key}`)), ...drafts];
  drafts.forEach((draft, index) => {
    const problems = checkMeaning(draft, beside, runtime.checks);
    errors.push(...problems.map((item) => ({ ...item, path: `/documents/${index}${item.path}` })));
  });
  if (errors.length > 0) throw new AppError("document.invalid", { errors });
  return drafts;
}

/** Runs it against what is live, with its drafts in their place. Nothing is stored. */
export async function runSimulation(runtime: Runtime, reader: Queryable, body: Simulation) {
  const drafts = parseDrafts(runtime, body.documents ?? []);
  const definitions =
    drafts.length > 0 ? runtime.definitions.withDrafts(drafts) : runtime.definitions.current;
  const at = body.at === undefined ? runtime.clock.now() : instantMs(body.at, "/at");
  const result = simulate(definitions, {
    ticket: body.ticket,
    at,
    events: toSimulatedEvents(body.events ?? []),
    load: runtime.load.snapshot(),
    number: await readNextNumber(reader),
    customer: await readSimulatedCustomer(reader, body.ticket.customer.id),
    ...(body.pinned ? { pinned: body.pinned } : {}),
    ...(body.failing ? { failing: body.failing } : {}),
    ...(body.follow === undefined ? {} : { follow: spanMs(body.follow, "/follow") }),
  });
  return {
    at: toIso(result.endedAt),
    ticket: ticketView(result.ticketState, definitions, result.endedAt),
    runs: result.runs.map((run) => runView(run, definitions)),
    steps: result.steps.map(({ event, decisions, messages, ...step }) => ({
      type: event.type,
      at: toIso(event.at),
      actor: event.actor,
      decisions: decisions.map(decisionView),
      messages: messages.map((message) => ({ ...message, at: toIso(message.at) })),
      ...step,
    })),
  };
}
