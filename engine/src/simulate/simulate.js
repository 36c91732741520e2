import { EngineError } from "../errors.js";
import { processEvent } from "../process/process-event.js";
import { createLoadState } from "../routing/load-state.js";
import { nextDueAt } from "../step/due.js";
/** More timers than this in one simulation are a loop. */
const maxTimers = 10_000;
class Simulation {
    #definitions;
    #input;
    #load;
    #steps = [];
    #runs = new Map();
    #id;
    #state = null;
    #now;
    constructor(definitions, input) {
        this.#definitions = definitions;
        this.#input = input;
        this.#load = createLoadState(input.load);
        this.#now = input.at;
        this.#id = input.id ?? "simulated";
    }
    run() {
        const { ticket, at, events = [], follow = 0, number = 0 } = this.#input;
        this.#process({ type: "ticket.created", ticket: { id: this.#id, number, input: ticket } }, { type: "customer" });
        const ordered = [...events].sort((a, b) => a.after - b.after);
        for (const { after, body, actor } of ordered) {
            this.#elapse(at + after);
            this.#process(this.#toBody(body), actor ?? { type: "system" });
        }
        this.#elapse(Math.max(this.#now, at + (ordered.at(-1)?.after ?? 0) + follow));
        return { ticketState: this.#current(), steps: this.#steps, runs: [...this.#runs.values()] };
    }
    #toBody(body) {
        if (body.type !== "task.oldest")
            return body;
        const task = this.#current().tasks[0];
        if (!task)
            throw new EngineError("task.unknown", "the ticket has no open task at this moment", {});
        return { type: "task.completed", task: task.id, outcome: body.outcome, form: body.form };
    }
    #current() {
        return this.#state;
    }
    /** Lets time pass until `target`: everything due fires at its own instant. */
    #elapse(target) {
        for (let fired = 0; fired < maxTimers; fired += 1) {
            const due = nextDueAt(this.#current());
            if (due === null || due > target)
                break;
            this.#now = Math.max(this.#now, due);
            this.#process({ type: "timer" }, { type: "system" });
        }
        this.#now = target;
    }
    #process(body, actor) {
        const event = { ...body, id: `${this.#id}-${this.#steps.length + 1}`, at: this.#now, actor };
        this.#load.begin();
        const result = this.#attempt(event);
        this.#load.commit();
        this.#state = result.ticketState;
        for (const run of result.runs)
            this.#runs.set(run.id, run);
        this.#steps.push(toStep(event, result));
        for (const job of jobsOf(result))
            this.#answer(job);
    }
    #attempt(event) {
        try {
            return processEvent(this.#definitions, { state: this.#state, load: this.#load }, event, this.#now);
        }
        catch (error) {
            this.#load.rollback();
            throw error;
        }
    }
    #answer(job) {
        const output = this.#input.pinned?.[job.node];
        if (output !== undefined)
            this.#process({ type: "job.finished", job: job.id, ok: true, output }, { type: "system" });
    }
}
const jobsOf = ({ effects }) => effects.filter((effect) => effect.type === "job");
const toStep = (event, result) => ({
    event,
    decisions: result.decisions,
    log: result.log,
    jobs: jobsOf(result),
    messages: result.effects.flatMap((effect) => (effect.type === "message" ? [effect.message] : [])),
    notifications: result.effects.flatMap((effect) => (effect.type === "notify" ? [effect] : [])),
});
/**
 * Runs one ticket and its later events from `at`. Same input, same result.
 * @throws EngineError of category `user` when an event may not happen.
 */
export const simulate = (definitions, input) => new Simulation(definitions, input).run();
//# sourceMappingURL=simulate.js.map