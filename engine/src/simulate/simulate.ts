/**
 * Simulation: a ticket, and what happens to it later, run through the very code that runs live.
 * Nothing is stored, sent or called; jobs are answered by pinned outputs or reported as what would run.
 */
import type { Decision, Json, TicketInput } from "@sluice/schemas";
import type { Definitions } from "../definitions/definitions.ts";
import { EngineError } from "../errors.ts";
import { isIdleSweep } from "../process/idle-sweep.ts";
import { type ProcessResult, processEvent } from "../process/process-event.ts";
import type { Sticky } from "../process/routing-request.ts";
import { createLoadState, type LoadSnapshot, type LoadState } from "../routing/load-state.ts";
import type { JobEffect, LogEntry, MessageEffect, NotifyEffect } from "../state/effects.ts";
import type { EventBody, Facts, NewTicket, TicketEvent } from "../state/events.ts";
import type { RunState, TicketState } from "../state/ticket-state.ts";
import { nextDueAt } from "../step/due.ts";
import { NodeTrace, type NodeVisit } from "../step/node-trace.ts";
import { isDone } from "../ticket/apply-changes.ts";

/** Something that happens to the ticket a while after it came in. */
export interface SimulatedEvent {
  /** After the ticket's creation, ms. */
  readonly after: number;
  readonly body: EventBody | OldestTask | OldestSurvey;
  readonly actor?: TicketEvent["actor"];
}

/** Completes the ticket's oldest open task, whose id nobody knows beforehand. */
export interface OldestTask {
  readonly type: "task.oldest";
  readonly outcome: string;
  readonly form: Json;
}

/** The customer answers the oldest open survey, whose id nobody knows beforehand. */
export interface OldestSurvey {
  readonly type: "survey.oldest";
  readonly score: number;
  readonly comment: string | null;
}

/** The customer as known before the ticket came in. */
export interface SimulatedCustomer {
  readonly known?: NonNullable<NewTicket["known"]>;
  readonly lastAssigned?: Sticky;
}

export interface SimulateInput {
  readonly ticket: TicketInput;
  /** When it comes in, epoch ms. */
  readonly at: number;
  readonly events?: readonly SimulatedEvent[];
  /** Loads and queues to start from; nobody is there when left out. */
  readonly load?: LoadSnapshot;
  /** Outputs of actions, by node id: those jobs succeed at once with them. */
  readonly pinned?: { readonly [node: string]: Json };
  /** Faults of actions, by node id: those jobs fail at once, as if every retry had been used up. */
  readonly failing?: { readonly [node: string]: { readonly code: string; readonly message: string } };
  /** Plugin facts that were fetched for it, as each of its events would carry them. */
  readonly facts?: Facts;
  /** What earlier tickets told of the customer, and who had the last of them. */
  readonly customer?: SimulatedCustomer;
  /** How long to follow the ticket after the last event, ms; timers due by then fire. */
  readonly follow?: number;
  readonly id?: string;
  readonly number?: number;
}

export interface SimulatedStep {
  readonly event: TicketEvent;
  readonly decisions: readonly Decision[];
  readonly log: readonly LogEntry[];
  readonly jobs: readonly JobEffect[];
  readonly messages: readonly MessageEffect["message"][];
  readonly notifications: readonly NotifyEffect[];
  /** The nodes that the event moved a run through, in order, with the values at each. */
  readonly nodes: readonly NodeVisit[];
}

export interface SimulateResult {
  readonly ticketState: TicketState;
  readonly steps: readonly SimulatedStep[];
  /** Every run that the ticket had, with its path. */
  readonly runs: readonly RunState[];
  /** Until when the ticket was followed, epoch ms. */
  readonly endedAt: number;
}

/** More events than this in one simulation are a loop: a wait or a pinned action that leads back to itself. */
const maxEvents = 10_000;

class Simulation {
  readonly #definitions: Definitions;
  readonly #input: SimulateInput;
  readonly #load: LoadState;
  readonly #steps: SimulatedStep[] = [];
  readonly #runs = new Map<string, RunState>();
  /** Jobs that nobody has answered yet, oldest first. */
  readonly #jobs: JobEffect[] = [];
  readonly #id: string;
  #state: TicketState | null = null;
  #now: number;
  #sticky: Sticky;

  constructor(definitions: Definitions, input: SimulateInput) {
    this.#definitions = definitions;
    this.#input = input;
    this.#load = createLoadState(input.load);
    this.#now = input.at;
    this.#id = input.id ?? "simulated";
    this.#sticky = input.customer?.lastAssigned ?? null;
  }

  run(): SimulateResult {
    const { ticket, at, events = [], follow = 0, number = 0, customer } = this.#input;
    const known = customer?.known ? { known: customer.known } : {};
    this.#process(
      { type: "ticket.created", ticket: { id: this.#id, number, input: ticket, ...known } },
      { type: "customer" },
    );
    const ordered = [...events].sort((a, b) => a.after - b.after);
    for (const { after, body, actor } of ordered) {
      this.#elapse(at + after);
      this.#process(this.#toBody(body), actor ?? { type: "system" });
    }
    this.#elapse(Math.max(this.#now, at + (ordered.at(-1)?.after ?? 0) + follow));
    return {
      ticketState: this.#current(),
      steps: this.#steps,
      runs: [...this.#runs.values()],
      endedAt: this.#now,
    };
  }

  #toBody(body: SimulatedEvent["body"]): EventBody {
    if (body.type === "survey.oldest") return this.#answerSurvey(body);
    if (body.type !== "task.oldest") return body;
    const task = this.#current().tasks[0];
    if (!task) throw new EngineError("task.unknown", "the ticket has no open task at this moment", {});
    return { type: "task.completed", task: task.id, outcome: body.outcome, form: body.form };
  }

  #answerSurvey({ score, comment }: OldestSurvey): EventBody {
    const waits = this.#current().runs.flatMap(({ tokens }) => tokens.map(({ wait }) => wait));
    const open = waits.find((wait) => wait?.type === "survey");
    if (open?.type !== "survey")
      throw new EngineError("survey.closed", "the ticket has no open survey at this moment", {});
    return { type: "survey.answered", survey: open.survey, score, comment };
  }

  #current(): TicketState {
    return this.#state as TicketState;
  }

  /** Lets time pass until `target`: everything due fires at its own instant, the ticket's own timer first. */
  #elapse(target: number): void {
    const edges = this.#definitions.campaignEdges.filter(({ at }) => at > this.#now && at <= target);
    for (const { at, campaign, phase, edge } of edges) {
      this.#fireUntil(at);
      if (!isDone(this.#current().ticket.status))
        this.#process({ type: "campaign.edge", campaign, phase, edge }, { type: "system" });
    }
    this.#fireUntil(target);
  }

  #fireUntil(target: number): void {
    for (
      let due = nextDueAt(this.#current());
      due !== null && due <= target;
      due = nextDueAt(this.#current())
    ) {
      this.#now = Math.max(this.#now, due);
      this.#process({ type: "timer" }, { type: "system" });
    }
    this.#now = target;
  }

  /** One event, and the answers to the jobs that come of it. */
  #process(body: EventBody, actor: TicketEvent["actor"]): void {
    this.#happen(body, actor);
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
      const finished = this.#answer(job);
      if (finished) this.#happen(finished, { type: "system" });
    }
  }

  #happen(body: EventBody, actor: TicketEvent["actor"]): void {
    if (this.#steps.length >= maxEvents)
      throw new EngineError("run.loop-guard", `more than ${maxEvents} events in one simulation`, {
        at: this.#now,
      });
    const { facts } = this.#input;
    const event: TicketEvent = {
      ...body,
      id: `${this.#id}-${this.#steps.length + 1}`,
      at: this.#now,
      actor,
      ...(facts ? { facts } : {}),
    };
    const before = this.#state;
    this.#load.begin();
    const trace = new NodeTrace();
    const result = this.#attempt(event, trace);
    this.#load.commit();
    if (before && isIdleSweep(before, event, result)) return;
    this.#remember(result.ticketState);
    for (const run of result.runs) this.#runs.set(run.id, run);
    this.#steps.push(toStep(event, result, trace.visits));
    this.#jobs.push(...jobsOf(result));
  }

  /** The customer's last assignee follows the ticket, as it does live. */
  #remember(state: TicketState): void {
    const { assignee } = state.ticket;
    if (assignee !== null && assignee !== this.#state?.ticket.assignee)
      this.#sticky = { agent: assignee, at: this.#now };
    this.#state = state;
  }

  #attempt(event: TicketEvent, trace: NodeTrace): ProcessResult {
    try {
      const input = { state: this.#state, load: this.#load, sticky: this.#sticky, trace };
      return processEvent(this.#definitions, input, event, this.#now);
    } catch (error) {
      this.#load.rollback();
      throw error;
    }
  }

  /** What the caller says that the job comes to; `null` leaves it open. */
  #answer(job: JobEffect): EventBody | null {
    const { pinned, failing } = this.#input;
    const output = pinned && Object.hasOwn(pinned, job.node) ? pinned[job.node] : undefined;
    const error = failing && Object.hasOwn(failing, job.node) ? failing[job.node] : undefined;
    const finished = { type: "job.finished", job: job.id } as const;
    if (output !== undefined) return { ...finished, ok: true, output };
    return error ? { ...finished, ok: false, error } : null;
  }
}

const jobsOf = ({ effects }: ProcessResult): readonly JobEffect[] =>
  effects.filter((effect): effect is JobEffect => effect.type === "job");

const toStep = (event: TicketEvent, result: ProcessResult, nodes: readonly NodeVisit[]): SimulatedStep => ({
  event,
  decisions: result.decisions,
  log: result.log,
  jobs: jobsOf(result),
  messages: result.effects.flatMap((effect) => (effect.type === "message" ? [effect.message] : [])),
  notifications: result.effects.flatMap((effect) => (effect.type === "notify" ? [effect] : [])),
  nodes,
});

/**
 * Runs one ticket and its later events from `at`. Same input, same result.
 * @throws EngineError of category `user` when an event may not happen; `run.loop-guard` for a story without end.
 */
export const simulate = (definitions: Definitions, input: SimulateInput): SimulateResult =>
  new Simulation(definitions, input).run();
