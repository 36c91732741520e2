/** One simulation as its callers write it, over HTTP and on the command line. */
import { type SimulateInput, simulate } from "@sluice/engine";
import { Duration, Instant, Json, problem, strict, TicketInput } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import type { Queryable } from "../database/database.ts";
import { parseDrafts } from "../documents/parse-drafts.ts";
import { AppError } from "../errors.ts";
import { instantMs, spanMs } from "../infra/moments.ts";
import { withFacts } from "../plugins/fact-fetcher.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { readIncoming } from "./as-it-came-in.ts";
import { readNextNumber, readSimulatedCustomer } from "./simulated-customer.ts";
import { SimulationEvent, toSimulatedEvents } from "./simulation-events.ts";
import { simulationView } from "./simulation-view.ts";

/** The body of `POST /simulate` and the file of `sluice simulate`. */
export const Simulation = Type.Object(
  {
    /** The ticket that comes in; or else `ticketId`, a stored one as it came in. */
    ticket: Type.Optional(TicketInput),
    ticketId: Type.Optional(Type.String({ minLength: 1, maxLength: 191 })),
    /** When it comes in: now, or for a stored ticket its own `createdAt`. */
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

type Story = Pick<SimulateInput, "ticket" | "at" | "number" | "customer">;

const refuse = (path: string, code: "schema.required" | "schema.unknown-property"): AppError =>
  new AppError("request.invalid", {
    errors: [problem(path, code, { name: path.slice(1) })],
  });

async function typedTicket(reader: Queryable, ticket: TicketInput, at: number): Promise<Story> {
  const number = await readNextNumber(reader);
  return { ticket, at, number, customer: await readSimulatedCustomer(reader, ticket.customer.id) };
}

/** With another `at` it is tried as if it came in then, so its clocks begin then too. */
async function storedTicket(reader: Queryable, id: string, at: number | undefined): Promise<Story> {
  const { ticket, number, at: cameInAt } = await readIncoming(reader, id);
  const { createdAt: _, ...input } = ticket.input;
  const customer = { known: ticket.known ?? {} };
  return { ticket: input, at: at ?? cameInAt, number, customer };
}

async function storyOf(runtime: Runtime, reader: Queryable, body: Simulation): Promise<Story> {
  const { ticket, ticketId } = body;
  const at = body.at === undefined ? undefined : instantMs(body.at, "/at");
  if (ticket !== undefined && ticketId !== undefined) throw refuse("/ticketId", "schema.unknown-property");
  if (ticketId !== undefined) return storedTicket(reader, ticketId, at);
  if (ticket === undefined) throw refuse("/ticket", "schema.required");
  return typedTicket(reader, ticket, at ?? runtime.clock.now());
}

/** Runs it against what is live, with its drafts in their place. Nothing is stored. */
export async function runSimulation(runtime: Runtime, reader: Queryable, body: Simulation) {
  const live = runtime.definitions.documents.map(({ document }) => document);
  const drafts = parseDrafts(body.documents ?? [], live, runtime.checks);
  const definitions =
    drafts.length > 0 ? runtime.definitions.withDrafts(drafts) : runtime.definitions.current;
  const story = await storyOf(runtime, reader, body);
  const input: SimulateInput = {
    ...story,
    events: toSimulatedEvents(body.events ?? []),
    load: runtime.load.snapshot(),
    ...(body.pinned ? { pinned: body.pinned } : {}),
    ...(body.failing ? { failing: body.failing } : {}),
    ...(body.follow === undefined ? {} : { follow: spanMs(body.follow, "/follow") }),
  };
  const result = await withFacts(runtime.facts, (facts) => simulate(definitions, { ...input, facts }));
  return simulationView(result, definitions);
}
