/** Who would get a ticket, and why not each of the others: on the loads and queues as they are now, nothing stored. */
import {
  type CompiledRouting,
  createLoadState,
  type Definitions,
  earliestDue,
  type Facts,
  type RoutingRequest,
  simulate,
  type TicketState,
  ticketFacts,
  toRoutingRequest,
} from "@sluice/engine";
import { Instant, Json, problem, type RoutingDecision, strict, TicketInput } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { toIso } from "../clock.ts";
import type { Queryable } from "../database/database.ts";
import { parseDrafts } from "../documents/parse-drafts.ts";
import { AppError } from "../errors.ts";
import { instantMs } from "../infra/moments.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { consideredView, decisionView } from "./decision-view.ts";
import { readState } from "./read-ticket.ts";
import { readNextNumber, readSimulatedCustomer } from "./simulated-customer.ts";

/** A ticket that could come in; with a category it is routed by that, whatever rules would say. */
const TriedTicket = Type.Object(
  {
    ...TicketInput.properties,
    category: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  },
  strict,
);
type TriedTicket = Static<typeof TriedTicket>;

/** The body of `POST /preview/routing`. */
export const RoutingPreview = Type.Object(
  {
    /** The key of a live policy, or a whole routing document. */
    policy: Json,
    /** A ticket as it would come in, or the id of one that is there. */
    ticket: Type.Union([Type.String({ minLength: 1, maxLength: 64 }), TriedTicket]),
    at: Type.Optional(Instant),
    /** Why not me: only this agent is told about, at every step. */
    agent: Type.Optional(Type.String({ minLength: 1, maxLength: 63 })),
    /** How many agents are listed at each step. */
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, default: 200 })),
  },
  strict,
);
export type RoutingPreview = Static<typeof RoutingPreview>;

/** The ticket at the moment of its routing. */
interface Subject {
  readonly id: string | null;
  readonly state: TicketState;
  readonly facts: Facts;
  readonly sticky: RoutingRequest["sticky"];
  /** What its own workflow made of it, where that asked this very policy. */
  readonly decision: RoutingDecision | null;
}

interface Tried {
  readonly key: string;
  readonly definitions: Definitions;
}

const wrongPolicy = (key: string): AppError =>
  new AppError("request.invalid", {
    errors: [problem("/policy", "reference.missing", { kind: "routing", key })],
  });

/** The definitions with the policy in the place of the live one, when it is a document. */
function toTried(runtime: Runtime, policy: Json): Tried {
  if (typeof policy === "string") return { key: policy, definitions: runtime.definitions.current };
  try {
    const live = runtime.definitions.documents.map(({ document }) => document);
    const [draft] = parseDrafts([policy], live, runtime.checks);
    if (draft?.kind !== "routing") throw wrongPolicy(draft?.key ?? "");
    return { key: draft.key, definitions: runtime.definitions.withDrafts([draft]) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "document.invalid") throw error;
    const errors = error.errors.map((one) => ({ ...one, path: one.path.replace("/documents/0", "/policy") }));
    throw new AppError("document.invalid", { errors, cause: error });
  }
}

/** The ticket as if nobody had it yet. */
const unrouted = (state: TicketState): TicketState => ({
  ...state,
  routing: null,
  ticket: { ...state.ticket, assignee: null, group: null, pool: null },
});

const asked = { type: "routing.drain", id: "preview", actor: { type: "system" } } as const;

async function incoming(
  runtime: Runtime,
  reader: Queryable,
  { key, definitions }: Tried,
  { category, ...ticket }: TriedTicket,
  at: number,
): Promise<Subject> {
  const customer = await readSimulatedCustomer(reader, ticket.customer.id);
  const load = runtime.load.snapshot();
  const number = await readNextNumber(reader);
  const { ticketState, steps } = simulate(definitions, { ticket, at, load, customer, number });
  const told = steps.flatMap(({ decisions }) => decisions);
  const routed = told.filter((one) => one.kind === "routing").findLast(({ ref }) => ref.key === key);
  const free = unrouted(ticketState);
  const state = category === undefined ? free : { ...free, ticket: { ...free.ticket, category } };
  return {
    id: null,
    state,
    facts: ticketFacts(definitions, state, { ...asked, at }, at),
    sticky: customer.lastAssigned ?? null,
    decision: category === undefined ? (routed ?? null) : null,
  };
}

async function present(runtime: Runtime, reader: Queryable, id: string, at: number): Promise<Subject> {
  const state = await readState(reader, id);
  await runtime.definitions.ensure([state]);
  const { lastAssigned } = await readSimulatedCustomer(reader, state.ticket.customer.id);
  const facts = ticketFacts(runtime.definitions.current, unrouted(state), { ...asked, at }, at);
  return { id, state, facts, sticky: lastAssigned ?? null, decision: null };
}

/** Every agent at every step of the route, and where the ticket ends up. */
function consider(
  runtime: Runtime,
  policy: CompiledRouting,
  subject: Subject,
  { agent, limit = 200 }: Pick<RoutingPreview, "agent" | "limit">,
  at: number,
) {
  const load = createLoadState(runtime.load.snapshot());
  const request = toRoutingRequest(subject.state, subject.facts, subject.sticky ?? null, null);
  load.begin();
  policy.leave(load, request);
  const free = { ...request, current: null };
  const route = subject.decision?.route ?? policy.routeFor(request.facts, at);
  const outline = policy.routes.find((one) => one.route === route);
  const steps = (outline?.steps ?? []).map((step, index) => ({
    step: index,
    ...step,
    ...(step.type === "group"
      ? {
          members: policy.memberCount(step.group ?? ""),
          eligible: policy.countEligible(load, free, { route, step: index }, at),
        }
      : {}),
    considered: policy
      .explain(load, free, { route, step: index }, at, agent === undefined ? { limit } : { agent })
      .map(consideredView),
  }));
  const decision = subject.decision ?? policy.place(load, free, at).decision;
  load.rollback();
  return { route, steps, decision: decisionView(decision) };
}

/** Runs the preview. Throws `request.invalid` for a policy that is not there, `document.invalid` for a faulty one. */
export async function previewRouting(runtime: Runtime, reader: Queryable, body: RoutingPreview) {
  const at = body.at === undefined ? runtime.clock.now() : instantMs(body.at, "/at");
  const tried = toTried(runtime, body.policy);
  const policy = tried.definitions.routing(tried.key, at);
  if (!policy) throw wrongPolicy(tried.key);
  const subject =
    typeof body.ticket === "string"
      ? await present(runtime, reader, body.ticket, at)
      : await incoming(runtime, reader, tried, body.ticket, at);
  const { ticket } = subject.state;
  return {
    at: toIso(at),
    policy: { key: policy.ref.key, revision: policy.ref.revision },
    ticket: {
      id: subject.id,
      channel: ticket.channel,
      kind: ticket.capacityKind,
      priority: ticket.priority,
      category: ticket.category,
      tags: ticket.tags,
      due: toIso(earliestDue(subject.state)),
    },
    routes: policy.explainRoute(subject.facts, at),
    ...consider(runtime, policy, subject, body, at),
  };
}
