/** What can happen to a ticket in a simulation, as its callers write it. */
import type { OldestTask, SimulatedEvent } from "@sluice/engine";
import { Duration, Json, MessageInput, Priority, strict, TicketStatus } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { spanMs } from "../infra/moments.ts";

const name = Type.String({ minLength: 1, maxLength: 100 });
const after = { after: Duration };
const tagList = Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 200 });

/** One key beside `after` says what happens. */
export const SimulationEvent = Type.Union([
  Type.Object({ ...after, message: MessageInput, agent: Type.Optional(name) }, strict),
  Type.Object(
    {
      ...after,
      update: Type.Object(
        {
          status: Type.Optional(TicketStatus),
          stage: Type.Optional(Type.String()),
          priority: Type.Optional(Priority),
          category: Type.Optional(Type.String()),
          addTags: Type.Optional(tagList),
          removeTags: Type.Optional(tagList),
          fields: Type.Optional(Type.Record(Type.String(), Json)),
        },
        strict,
      ),
      agent: Type.Optional(name),
    },
    strict,
  ),
  Type.Object({ ...after, assign: Type.Object({ agent: name }, strict) }, strict),
  Type.Object({ ...after, claim: Type.Object({ agent: name, pool: name }, strict) }, strict),
  Type.Object({ ...after, transfer: Type.Object({ group: name }, strict) }, strict),
  Type.Object({ ...after, release: Type.Object({}, strict) }, strict),
  /** Completes the oldest open task. */
  Type.Object(
    {
      ...after,
      task: Type.Object({ outcome: name, form: Type.Optional(Json) }, strict),
      agent: Type.Optional(name),
    },
    strict,
  ),
  /** The customer answers the oldest open survey. */
  Type.Object(
    {
      ...after,
      survey: Type.Object(
        {
          score: Type.Integer({ minimum: 1, maximum: 10 }),
          comment: Type.Optional(Type.String({ maxLength: 2_000 })),
        },
        strict,
      ),
    },
    strict,
  ),
  Type.Object({ ...after, custom: Type.Object({ name, data: Type.Optional(Json) }, strict) }, strict),
]);
export type SimulationEvent = Static<typeof SimulationEvent>;

type Body = SimulatedEvent["body"];

function toBody(event: SimulationEvent, index: number): Body {
  if ("message" in event)
    return {
      type: "message.received",
      message: { ...event.message, public: event.message.public ?? true, id: `message-${index + 1}` },
    };
  if ("update" in event) return { type: "ticket.updated", changes: event.update };
  if ("assign" in event) return { type: "ticket.assign", agent: event.assign.agent };
  if ("claim" in event) return { type: "ticket.claim", ...event.claim };
  if ("transfer" in event) return { type: "ticket.transfer", group: event.transfer.group };
  if ("release" in event) return { type: "ticket.release" };
  if ("custom" in event) return { type: "custom", name: event.custom.name, data: event.custom.data ?? null };
  if ("survey" in event)
    return { type: "survey.oldest", score: event.survey.score, comment: event.survey.comment ?? null };
  return {
    type: "task.oldest",
    outcome: event.task.outcome,
    form: event.task.form ?? null,
  } satisfies OldestTask;
}

function actorOf(event: SimulationEvent): NonNullable<SimulatedEvent["actor"]> {
  const byCustomer = "survey" in event || ("message" in event && event.message.author === "customer");
  if (byCustomer) return { type: "customer" };
  const agent = "agent" in event ? event.agent : undefined;
  return agent === undefined ? { type: "user", id: "simulation" } : { type: "agent", id: agent };
}

/** The engine's events of a simulation. */
export const toSimulatedEvents = (events: readonly SimulationEvent[]): readonly SimulatedEvent[] =>
  events.map((event, index) => ({
    after: spanMs(event.after, `/events/${index}/after`),
    body: toBody(event, index),
    actor: actorOf(event),
  }));
