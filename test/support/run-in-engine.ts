/** A scenario through the pure engine: no server, no database, no clock. */
import {
  clockView,
  compileDefinitions,
  createLoadState,
  type Definitions,
  type LoadSnapshot,
  parseDuration,
  type SimulatedEvent,
  simulate,
  type TicketState,
} from "@sluice/engine";
import type { House } from "./house.ts";
import type { ReplayHouse } from "./replay.ts";
import { houseOf, type Scenario, type ScenarioEvent } from "./scenario.ts";
import type { Told, TraceClock } from "./trace.ts";

const dayMs = 86_400_000;

/** Milliseconds of a duration; days count 24 hours here, as in `POST /simulate`. */
export function msOf(duration: string): number {
  if (!/[1-9]/.test(duration)) return 0;
  const span = parseDuration(duration);
  return "workingDays" in span ? span.workingDays * dayMs : span.ms;
}

const define = (house: House): Definitions =>
  compileDefinitions({
    live: house.documents.map((document) => ({ document, revision: 1 })),
    settings: house.settings,
    people: house.people,
  });

function loadOf({ people }: House, scenario: Scenario, at: number): LoadSnapshot {
  const load = createLoadState();
  load.begin();
  for (const { id } of people.agents) load.setPresence(id, "offline", at);
  for (const id of scenario.agentsOnline) load.setPresence(id, "online", at);
  load.commit();
  return load.snapshot();
}

function bodyOf(event: ScenarioEvent, index: number): SimulatedEvent["body"] {
  if ("message" in event)
    return {
      type: "message.received",
      message: { ...event.message, public: event.message.public ?? true, id: `message-${index}` },
    };
  if ("update" in event) return { type: "ticket.updated", changes: event.update };
  if ("assign" in event) return { type: "ticket.assign", agent: event.assign.agent };
  if ("claim" in event) return { type: "ticket.claim", ...event.claim };
  if ("transfer" in event) return { type: "ticket.transfer", group: event.transfer.group };
  if ("release" in event) return { type: "ticket.release" };
  if ("task" in event)
    return { type: "task.oldest", outcome: event.task.outcome, form: event.task.form ?? null };
  if ("survey" in event)
    return { type: "survey.oldest", score: event.survey.score, comment: event.survey.comment ?? null };
  return { type: "custom", name: event.custom.name, data: event.custom.data ?? null };
}

function actorOf(event: ScenarioEvent): NonNullable<SimulatedEvent["actor"]> {
  const byCustomer = "survey" in event || ("message" in event && event.message.author === "customer");
  if (byCustomer) return { type: "customer" };
  return event.agent === undefined ? { type: "user", id: "somebody" } : { type: "agent", id: event.agent };
}

const toEvent = (event: ScenarioEvent, index: number): SimulatedEvent => ({
  after: msOf(event.after),
  body: bodyOf(event, index),
  actor: actorOf(event),
});

function clocksOf(definitions: Definitions, state: TicketState, at: number): readonly TraceClock[] {
  const policy = state.sla ? definitions.sla(state.sla.key, state.sla.revision) : undefined;
  return policy ? state.clocks.map((clock) => clockView(clock, policy, at)) : [];
}

const lastAssigned = ({ earlier }: Scenario, at: number) =>
  earlier ? { agent: earlier.agent, at: at - msOf(earlier.before) } : null;

/** The house as the ticket found it, for a replay of what a server with that sink stored. */
export function replayHouse(scenario: Scenario, sink: string): ReplayHouse {
  const house = houseOf(scenario, sink);
  const at = Date.parse(scenario.at);
  return {
    definitions: define(house),
    load: loadOf(house, scenario, at),
    sticky: lastAssigned(scenario, at),
  };
}

/** Runs it; same scenario, same answer. */
export function runInEngine(scenario: Scenario): Told {
  const house = houseOf(scenario);
  const definitions = define(house);
  const at = Date.parse(scenario.at);
  const { earlier, pinned, failing, follow } = scenario;
  const result = simulate(definitions, {
    ticket: scenario.ticket,
    at,
    number: earlier ? 2 : 1,
    events: (scenario.events ?? []).map(toEvent),
    load: loadOf(house, scenario, at),
    customer: {
      known: { openTickets: 0 },
      lastAssigned: lastAssigned(scenario, at),
    },
    ...(pinned ? { pinned } : {}),
    ...(failing ? { failing } : {}),
    ...(follow === undefined ? {} : { follow: msOf(follow) }),
  });
  const { steps, runs, ticketState, endedAt } = result;
  return {
    startedAt: at,
    steps: steps.map(({ event, decisions, log }) => ({ at: event.at, type: event.type, decisions, log })),
    runs: runs.map((run) => ({ ...run, workflow: `${run.workflow.key}@${run.workflow.revision}` })),
    messages: steps.flatMap(({ messages }) => messages),
    notices: steps.flatMap(({ event, notifications }) =>
      notifications.flatMap(({ agents, reason, data }) =>
        agents.map((agent) => ({ at: event.at, agent, reason, data })),
      ),
    ),
    jobs: steps.flatMap(({ jobs }) =>
      jobs.map(({ node, action, version }) => `${node} ${action}@${version}`),
    ),
    clocks: clocksOf(definitions, ticketState, endedAt),
    ticket: { ...ticketState.ticket },
  };
}
