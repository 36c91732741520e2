import { step } from "../step/step.js";
import { ticketFacts } from "../step/ticket-facts.js";
import { answerCommand, answerTimer, isRoutingCommand } from "./routing-command.js";
import { policyFor, toRoutingRequest } from "./routing-request.js";
import { syncLoad } from "./sync-load.js";

/** Gathers what the steps of one event produce. */
class Collector {
  effects = [];
  decisions = [];
  log = [];
  runs = new Map();
  tasks = new Map();
  steps = 0;
}
/** One event being processed. */
class Processing {
  #definitions;
  #input;
  #event;
  #now;
  #out = new Collector();
  #state;
  #decided = 0;
  constructor(definitions, input, event, now) {
    this.#definitions = definitions;
    this.#input = input;
    this.#event = event;
    this.#now = now;
    this.#state = input.state;
  }
  run() {
    if (isRoutingCommand(this.#event)) this.#command();
    else this.#apply(this.#event);
    if (this.#event.type === "timer") this.#timers();
    const state = this.#state;
    const { effects, decisions, log, runs, tasks } = this.#out;
    return {
      ticketState: { ...state, seq: (this.#input.state?.seq ?? 0) + 1 },
      effects,
      decisions,
      log,
      runs: [...runs.values()],
      tasks: [...tasks.values()],
    };
  }
  #command() {
    const policy = policyFor(this.#definitions, this.#state, this.#now);
    const answer = answerCommand(policy, this.#input.load, this.#request(null), this.#event, this.#now);
    if (answer) this.#decide(answer);
  }
  #timers() {
    if (this.#state?.routing?.policy == null) return;
    const policy = policyFor(this.#definitions, this.#state, this.#now);
    const answer = answerTimer(policy, this.#input.load, this.#request(null), this.#now);
    if (answer) this.#decide(answer);
  }
  /** One step, and the routing that it asks for. */
  #apply(event) {
    const before = this.#state;
    const out = this.#out;
    const result = step(this.#definitions, before, event, this.#now, { steps: out.steps });
    out.steps = result.steps;
    out.decisions.push(...result.decisions);
    out.log.push(...result.log);
    for (const run of result.runs) out.runs.set(run.id, run);
    for (const task of result.tasks) out.tasks.set(task.id, task);
    this.#state = result.ticketState;
    syncLoad(this.#definitions, this.#input.load, before, result.ticketState);
    for (const effect of result.effects) {
      if (effect.type === "route") this.#route(effect);
      else out.effects.push(effect);
    }
  }
  #route({ policy: key, run, token }) {
    const policy = policyFor(this.#definitions, this.#state, this.#now, key);
    const placement = policy.place(this.#input.load, this.#request({ run, token }), this.#now);
    const { position, decision } = placement;
    this.#decide({ position, decision, cause: decision.cause });
  }
  #decide(answer) {
    this.#decided += 1;
    this.#apply({
      type: "routing.decided",
      ...answer,
      id: `${this.#event.id}~${this.#decided}`,
      at: this.#now,
      actor: this.#event.actor,
    });
  }
  #request(run) {
    const state = this.#state;
    const facts = ticketFacts(this.#definitions, state, this.#event, this.#now);
    return toRoutingRequest(this.#definitions, state, facts, this.#input.sticky ?? null, run);
  }
}
/**
 * Processes `event` at `now` (epoch ms) against the ticket and the routing aggregate.
 * @throws EngineError of category `user` when it may not happen (the caller rolls the load state back),
 * FactsNeeded when plugin facts have to be fetched first.
 */
export const processEvent = (definitions, input, event, now) =>
  new Processing(definitions, input, event, now).run();
//# sourceMappingURL=process-event.js.map
