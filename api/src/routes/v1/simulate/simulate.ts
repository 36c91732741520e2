/** `POST /simulate`: what would happen to a ticket, with drafts in the place of what is live. Nothing is stored. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
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
import { Type } from "typebox";
import { toIso } from "../../../clock.ts";
import { checkMeaning } from "../../../documents/check.ts";
import { AppError, type FieldError } from "../../../errors.ts";
import { instantMs, spanMs } from "../../../infra/moments.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { readSimulatedCustomer } from "../../../tickets/simulated-customer.ts";
import { SimulationEvent, toSimulatedEvents } from "../../../tickets/simulation-events.ts";
import { runView, ticketView } from "../../../tickets/ticket-view.ts";

const Body = Type.Object(
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

export const simulateRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      "/simulate",
      { config: { roles: ["viewer"] }, schema: { tags: ["preview"], body: Body } },
      async ({ body }) => {
        const drafts = parseDrafts(runtime, body.documents ?? []);
        const definitions =
          drafts.length > 0 ? runtime.definitions.withDrafts(drafts) : runtime.definitions.current;
        const at = body.at === undefined ? runtime.clock.now() : instantMs(body.at, "/at");
        const result = simulate(definitions, {
          ticket: body.ticket,
          at,
          events: toSimulatedEvents(body.events ?? []),
          load: runtime.load.snapshot(),
          customer: await readSimulatedCustomer(app.context.database.reader, body.ticket.customer.id),
          ...(body.pinned ? { pinned: body.pinned } : {}),
          ...(body.failing ? { failing: body.failing } : {}),
          ...(body.follow === undefined ? {} : { follow: spanMs(body.follow, "/follow") }),
        });
        return {
          at: toIso(result.endedAt),
          ticket: ticketView(result.ticketState, definitions, result.endedAt),
          runs: result.runs.map((run) => runView(run, definitions)),
          steps: result.steps.map(({ event, ...step }) => ({
            type: event.type,
            at: toIso(event.at),
            actor: event.actor,
            ...step,
          })),
        };
      },
    );
  };
