/**
 * One ticket event to its end: the step, the routing that it asks for, and the steps that the routing's outcome
 * brings, until nothing is left. Live, simulation and replay call this and nothing else.
 */
import type { Decision } from "@sluice/schemas";
import type { Definitions } from "../definitions/definitions.ts";
import { FactsNeeded } from "../definitions/facts-needed.ts";
import type { LoadState } from "../routing/load-state.ts";
import type { Effect, LogEntry, RouteEffect } from "../state/effects.ts";
import type { Facts, Origin, TicketEvent } from "../state/events.ts";
import type { RunState, TaskState, TicketState } from "../state/ticket-state.ts";
import { newBudget } from "../step/burst.ts";
import type { NodeTrace } from "../step/node-trace.ts";
import { originOf } from "../step/run-store.ts";
import { step } from "../step/step.ts";
import { ticketFacts } from "../step/ticket-facts.ts";
import { answerCommand, answerTimer, isRoutingCommand, type RoutingAnswer } from "./routing-command.ts";
import { livePolicyFor, policyFor, type Sticky, toRoutingRequest } from "./routing-request.ts";
import { syncLoad } from "./sync-load.ts";

/** The two aggregates that one event reads and changes. */
export interface ProcessInput {
  /** `null` only for `ticket.created`. */
  readonly state: TicketState | null;
  /** Changed in place, inside a transaction of its own that the caller opened. */
  readonly load: LoadState;
  readonly sticky?: Sticky;
  /** Gathers what each node did, for simulations. */
  readonly trace?: NodeTrace;
}

export interface ProcessResult {
  readonly ticketState: TicketState;
  readonly effects: readonly Exclude<Effect, RouteEffect>[];
  readonly decisions: readonly Decision[];
  readonly log: readonly LogEntry[];
  readonly runs: readonly RunState[];
  readonly tasks: readonly TaskState[];
  /** Agents that are free although the ticket waits, because others are ahead of it: serve those now. */
  readonly drain: readonly string[];
}

/** Gathers what the steps of one event produce. */
class Collector {
  readonly effects: Exclude<Effect, RouteEffect>[] = [];
  readonly decisions: Decision[] = [];
  readonly log: LogEntry[] = [];
  readonly runs = new Map<string, RunState>();
  readonly tasks = new Map<string, TaskState>();
  readonly drain: string[] = [];
  readonly budget = newBudget();
}

/** One event being processed. */
class Processing {
  readonly #definitions: Definitions;
  readonly #input: ProcessInput;
  readonly #event: TicketEvent;
  readonly #now: number;
  readonly #out = new Collector();
  #state: TicketState | null;
  #decided = 0;

  constructor(definitions: Definitions, input: ProcessInput, event: TicketEvent, now: number) {
    this.#definitions = definitions;
    this.#input = input;
    this.#event = event;
    this.#now = now;
    this.#state = input.state;
  }

  run(): ProcessResult {
    if (this.#state && isRoutingCommand(this.#event)) this.#command();
    else this.#apply(this.#event);
    if (this.#event.type === "timer") this.#timers();
    const state = this.#state as TicketState;
    const { effects, decisions, log, runs, tasks, drain } = this.#out;
    return {
      ticketState: { ...state, seq: (this.#input.state?.seq ?? 0) + 1 },
      effects,
      decisions,
      log,
      runs: [...runs.values()],
      tasks: [...tasks.values()],
      drain,
    };
  }

  #command(): void {
    const { type } = this.#event;
    // Who has to be found anew, also because somebody left, goes by what holds now, not by what held at the ticket's routing.
    const policy =
      type === "ticket.reroute" || type === "routing.offline"
        ? livePolicyFor(this.#definitions, this.#state, this.#now)
        : policyFor(this.#definitions, this.#state, this.#now);
    const answer = answerCommand(policy, this.#input.load, this.#request(null), this.#event, this.#now);
    if (answer) this.#decide(answer);
  }

  #timers(): void {
    if (this.#state?.routing?.policy == null) return;
    const policy = policyFor(this.#definitions, this.#state, this.#now);
    const answer = answerTimer(policy, this.#input.load, this.#request(null), this.#now);
    if (answer) this.#decide(answer);
  }

  /** One step, and the routing that it asks for. */
  #apply(event: TicketEvent): void {
    const before = this.#state;
    const out = this.#out;
    const { trace } = this.#input;
    const options = { budget: out.budget, ...(trace ? { trace } : {}) };
    const result = step(this.#definitions, before, event, this.#now, options);
    out.decisions.push(...result.decisions);
    out.log.push(...result.log);
    for (const run of result.runs) out.runs.set(run.id, run);
    for (const task of result.tasks) out.tasks.set(task.id, task);
    this.#state = result.ticketState;
    syncLoad(this.#input.load, before, result.ticketState);
    for (const effect of result.effects) {
      if (effect.type === "route") this.#route(effect);
      else out.effects.push(effect);
    }
  }

  #route({ policy: key, run, token }: RouteEffect): void {
    const policy = policyFor(this.#definitions, this.#state, this.#now, key);
    const request = this.#request({ run, token });
    const needs = this.#definitions.isFetched ? policy.needs(request.facts, this.#now) : [];
    if (needs.length > 0) throw new FactsNeeded(needs, request.facts);
    const placement = policy.place(this.#input.load, request, this.#now);
    const { position, decision, drain } = placement;
    const asked = this.#state?.runs.find(({ id }) => id === run);
    this.#decide({ position, decision, cause: decision.cause, drain }, asked && originOf(asked));
  }

  #decide({ drain, ...answer }: RoutingAnswer, origin?: Origin): void {
    this.#decided += 1;
    if (drain !== null) this.#out.drain.push(drain);
    this.#apply({
      type: "routing.decided",
      ...answer,
      id: `${this.#event.id}~${this.#decided}`,
      at: this.#now,
      actor: this.#event.actor,
      ...(origin ? { origin } : {}),
    });
  }

  #request(run: { readonly run: string; readonly token: string } | null) {
    const state = this.#state as TicketState;
    const facts: Facts = ticketFacts(this.#definitions, state, this.#event, this.#now);
    return toRoutingRequest(state, facts, this.#input.sticky ?? null, run);
  }
}

/**
 * Processes `event` at `now` (epoch ms) against the ticket and the routing aggregate.
 * @throws EngineError of category `user` when it may not happen (the caller rolls the load state back),
 * FactsNeeded when plugin facts have to be fetched first.
 */
export const processEvent = (
  definitions: Definitions,
  input: ProcessInput,
  event: TicketEvent,
  now: number,
): ProcessResult => new Processing(definitions, input, event, now).run();
