import { toFacts } from "../facts/to-facts.js";
import { applyChanges, changedProperties } from "../ticket/apply-changes.js";
import { toTemplateScope } from "../workflow/template-scope.js";
import { clockFacts } from "./clocks.js";
import { signalOf } from "./signals.js";

const nothing = [];
const noVariables = {};
export class Burst {
  definitions;
  event;
  now;
  campaigns;
  effects = [];
  decisions = [];
  log = [];
  signals = [];
  runs;
  tasks;
  /** Runs and tasks that this step touched, for the runtime's read models. */
  touchedRuns = new Set();
  touchedTasks = new Set();
  text;
  sla;
  classification;
  routing;
  /** Node steps so far in this burst. */
  steps;
  #seq;
  #ticket;
  #facts = null;
  #clocks;
  #changes = nothing;
  #message = null;
  #ids = 0;
  constructor(definitions, state, event, now, steps) {
    this.definitions = definitions;
    this.event = event;
    this.now = now;
    this.steps = steps;
    this.campaigns = definitions.campaigns(now);
    this.#ticket = state.ticket;
    this.#seq = state.seq;
    this.text = state.text;
    this.sla = state.sla;
    this.classification = state.classification;
    this.#clocks = state.clocks;
    this.routing = state.routing;
    this.runs = new Map(state.runs.map((run) => [run.id, run]));
    this.tasks = new Map(state.tasks.map((task) => [task.id, task]));
  }
  get ticket() {
    return this.#ticket;
  }
  set ticket(next) {
    if (next === this.#ticket) return;
    this.#ticket = next;
    this.#facts = null;
  }
  /** An id that is unique and the same in every replay: the event's own, counted on. */
  newId() {
    this.#ids += 1;
    return `${this.event.id}.${this.#ids}`;
  }
  /** The facts now; made again only after the ticket changed. */
  facts(variables = noVariables) {
    if (Object.keys(variables).length > 0) return this.#makeFacts(variables);
    this.#facts ??= this.#makeFacts(noVariables);
    return this.#facts;
  }
  /** Sets what the event or signal at hand changed and brought. */
  attend(changes, message) {
    if (this.#changes === changes && this.#message === message) return;
    this.#changes = changes;
    this.#message = message;
    this.#facts = null;
  }
  get clocks() {
    return this.#clocks;
  }
  set clocks(next) {
    if (next === this.#clocks) return;
    this.#clocks = next;
    if (this.definitions.readsClockFacts) this.#facts = null;
  }
  /** What templates can name. */
  scope(variables) {
    const announcement = this.campaigns.announcements[0]?.text;
    const { event } = this;
    return toTemplateScope(this.facts(variables), {
      campaign: { announcement: announcement?.["zh-CN"] ?? announcement?.en ?? "" },
      ...(event.type === "custom" ? { data: event.data } : {}),
    });
  }
  /** Changes the ticket's values, writes the log line and raises the signals that go with it. */
  update(changes, explicit, origin) {
    const before = this.ticket;
    this.ticket = applyChanges(before, changes, this.now, explicit);
    this.signalChanges(before, origin);
  }
  /** Logs and signals what differs from `before`. */
  signalChanges(before, origin) {
    const changed = changedProperties(before, this.ticket);
    if (changed.length === 0) return;
    const after = this.ticket;
    this.log.push({
      type: "changed",
      ...(origin ? { workflow: origin.workflow } : {}),
      changes: Object.fromEntries(changed.map((key) => [key, pair(before, after, key)])),
    });
    this.signals.push(signalOf("ticket.updated", origin, changed));
    if (changed.includes("status")) this.signals.push(signalOf("ticket.statusChanged", origin, changed));
    if (after.status === "resolved" && before.status !== "resolved")
      this.signals.push(signalOf("ticket.resolved", origin, changed));
  }
  /** The aggregate after the step; ended runs and closed tasks leave it. */
  toState() {
    return {
      ticket: { ...this.#ticket, updatedAt: this.now },
      text: this.text,
      classification: this.classification,
      sla: this.sla,
      clocks: this.clocks,
      routing: this.routing,
      runs: [...this.runs.values()].filter((run) => run.status === "active"),
      tasks: [...this.tasks.values()].filter((task) => task.status === "open"),
      seq: this.#seq + 1,
    };
  }
  #makeFacts(variables) {
    const { ticket, definitions } = this;
    return toFacts({
      ticket,
      text: this.text,
      event: this.event,
      changes: this.#changes,
      message: this.#message,
      assigneeGroups: ticket.assignee === null ? [] : (definitions.agent(ticket.assignee)?.groups ?? []),
      now: this.now,
      timezone: definitions.settings.workspace.timezone,
      campaigns: this.campaigns.phases.map(({ campaign }) => campaign),
      variables,
      clock: definitions.readsClockFacts ? (metric) => clockFacts(this, metric) : null,
    });
  }
}
const pair = (before, after, key) => {
  const read = (ticket) => ticket[key] ?? null;
  return [read(before), read(after)];
};
//# sourceMappingURL=burst.js.map
