/**
 * The working copy of one step: the aggregate as it changes, and what comes out of it.
 * It lives for one call of `step` and is the only mutable thing in the engine's core.
 */
import type { Decision, Json } from "@sluice/schemas";
import type { CampaignsInForce } from "../campaign/in-force.ts";
import type { Definitions } from "../definitions/definitions.ts";
import { type EventMessage, toFacts, withoutTicket } from "../facts/to-facts.ts";
import type { Effect, LogEntry } from "../state/effects.ts";
import type { Facts, Origin, TicketChanges, TicketEvent } from "../state/events.ts";
import type {
  ClockState,
  RoutingPosition,
  RunState,
  TaskState,
  Ticketless,
  TicketRecord,
  TicketState,
  TicketText,
} from "../state/ticket-state.ts";
import { newBurstBudget, newRunBudget, type RenderingBudget } from "../templates/rendering-limits.ts";
import { applyChanges, changedProperties } from "../ticket/apply-changes.ts";
import { type TemplateScope, toTemplateScope } from "../workflow/template-scope.ts";
import { clockFacts } from "./clocks.ts";
import type { Errand } from "./errands.ts";
import type { NodeTrace } from "./node-trace.ts";
import { type Signal, signalOf } from "./signals.ts";

const nothing: readonly string[] = [];
const noVariables: { readonly [name: string]: Json } = {};

/** Node steps so far, of each run and of all together; one value for all steps of a burst. */
export interface StepBudget {
  readonly byRun: Map<string, number>;
  total: number;
  /** What the templates of each run, and of all together, may still cost. */
  readonly rendering: { readonly byRun: Map<string, RenderingBudget>; readonly whole: RenderingBudget };
}

export const newBudget = (): StepBudget => ({
  byRun: new Map(),
  total: 0,
  rendering: { byRun: new Map(), whole: newBurstBudget() },
});

/** What the templates of a run may still cost. */
export function renderingBudget({ rendering }: StepBudget, run: string): RenderingBudget {
  const known = rendering.byRun.get(run);
  if (known) return known;
  const budget = newRunBudget(rendering.whole);
  rendering.byRun.set(run, budget);
  return budget;
}

export class Burst {
  readonly definitions: Definitions;
  readonly event: TicketEvent;
  readonly now: number;
  readonly campaigns: CampaignsInForce;
  readonly effects: Effect[] = [];
  readonly decisions: Decision[] = [];
  readonly log: LogEntry[] = [];
  readonly signals: Signal[] = [];
  /** Token that waits for an event → the signals that were raised before its wait began, and so do not wake it. */
  readonly tooEarly = new Map<string, ReadonlySet<Signal>>();
  readonly runs: Map<string, RunState>;
  readonly tasks: Map<string, TaskState>;
  /** Runs and tasks that this step touched, for the runtime's read models. */
  readonly touchedRuns = new Set<string>();
  readonly touchedTasks = new Set<string>();
  text: TicketText;
  sla: TicketState["sla"];
  classification: TicketState["classification"];
  routing: RoutingPosition | null;
  ticketless: Ticketless | null;
  readonly steps: StepBudget;
  /** What is left to be done for other tokens; `moving` while somebody is at it. */
  readonly errands: Errand[] = [];
  moving = false;
  /** Where a simulation gathers what each node did; `null` in live steps. */
  readonly trace: NodeTrace | null;
  readonly #seq: number;
  #ticket: TicketRecord;
  #facts: Facts | null = null;
  #clocks: readonly ClockState[];
  #changes: readonly string[] = nothing;
  #message: EventMessage | null = null;
  #ids = 0;

  constructor(
    definitions: Definitions,
    state: TicketState,
    event: TicketEvent,
    now: number,
    steps: StepBudget,
    trace: NodeTrace | null = null,
  ) {
    this.definitions = definitions;
    this.event = event;
    this.now = now;
    this.steps = steps;
    this.trace = trace;
    this.campaigns = definitions.campaigns(now);
    this.#ticket = state.ticket;
    this.#seq = state.seq;
    this.text = state.text;
    this.sla = state.sla;
    this.classification = state.classification;
    this.#clocks = state.clocks;
    this.routing = state.routing;
    this.ticketless = state.ticketless ?? null;
    this.runs = new Map(state.runs.map((run) => [run.id, run]));
    this.tasks = new Map(state.tasks.map((task) => [task.id, task]));
  }

  get ticket(): TicketRecord {
    return this.#ticket;
  }

  set ticket(next: TicketRecord) {
    if (next === this.#ticket) return;
    this.#ticket = next;
    this.#facts = null;
  }

  /** An id that is unique and the same in every replay: the event's own, counted on. */
  newId(): string {
    this.#ids += 1;
    return `${this.event.id}.${this.#ids}`;
  }

  /** The facts now; made again only after the ticket changed. */
  facts(variables: { readonly [name: string]: Json } = noVariables): Facts {
    if (Object.keys(variables).length > 0) return this.#makeFacts(variables);
    this.#facts ??= this.#makeFacts(noVariables);
    return this.#facts;
  }

  /** Sets what the event or signal at hand changed and brought. */
  attend(changes: readonly string[], message: EventMessage | null): void {
    if (this.#changes === changes && this.#message === message) return;
    this.#changes = changes;
    this.#message = message;
    this.#facts = null;
  }

  get clocks(): readonly ClockState[] {
    return this.#clocks;
  }

  set clocks(next: readonly ClockState[]) {
    if (next === this.#clocks) return;
    this.#clocks = next;
    if (this.definitions.readsClockFacts) this.#facts = null;
  }

  /** What templates can name. */
  scope(variables: { readonly [name: string]: Json }): TemplateScope {
    const announcement = this.campaigns.announcements[0]?.text;
    const { event } = this;
    return toTemplateScope(this.facts(variables), {
      campaign: { announcement: announcement?.["zh-CN"] ?? announcement?.en ?? "" },
      ...(event.type === "custom" || event.type === "run.triggered" ? { data: event.data } : {}),
    });
  }

  /** Changes the ticket's values, writes the log line and raises the signals that go with it. */
  update(changes: TicketChanges, explicit: boolean, origin: Origin | null): void {
    const before = this.ticket;
    this.ticket = applyChanges(before, changes, this.now, explicit);
    this.signalChanges(before, origin);
  }

  /** Logs and signals what differs from `before`; the line names `by`, who made the change. */
  signalChanges(before: TicketRecord, origin: Origin | null, by: Origin | null = origin): void {
    const changed = changedProperties(before, this.ticket);
    if (changed.length === 0) return;
    const after = this.ticket;
    this.log.push({
      type: "changed",
      ...(by ? { workflow: by.workflow } : {}),
      changes: Object.fromEntries(changed.map((key) => [key, pair(before, after, key)])),
    });
    this.signals.push(signalOf("ticket.updated", origin, changed));
    if (changed.includes("status")) this.signals.push(signalOf("ticket.statusChanged", origin, changed));
    if (after.status === "resolved" && before.status !== "resolved")
      this.signals.push(signalOf("ticket.resolved", origin, changed));
  }

  /** The aggregate after the step; ended runs and closed tasks leave it. */
  toState(): TicketState {
    return {
      ticket: { ...this.#ticket, updatedAt: this.now },
      text: this.text,
      classification: this.classification,
      sla: this.sla,
      clocks: recentClocks(this.clocks),
      routing: this.routing,
      ...(this.ticketless ? { ticketless: this.ticketless } : {}),
      runs: [...this.runs.values()].filter((run) => run.status === "active"),
      tasks: [...this.tasks.values()].filter((task) => task.status === "open"),
      seq: this.#seq + 1,
    };
  }

  #makeFacts(variables: { readonly [name: string]: Json }): Facts {
    const { ticket, definitions } = this;
    const about = this.ticketless ? withoutTicket : toFacts;
    return about({
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

/** Ended clocks kept per metric: a long chat restarts its clock a hundred times, and the log has them all. */
const endedClocksKept = 2;

function recentClocks(clocks: readonly ClockState[]): readonly ClockState[] {
  const isOpen = ({ state }: ClockState) => state === "running" || state === "paused";
  const isRecent = (clock: ClockState) =>
    clocks.filter(({ metric, cycle }) => metric === clock.metric && cycle > clock.cycle).length <
    endedClocksKept;
  return clocks.length <= endedClocksKept || clocks.every(isOpen)
    ? clocks
    : clocks.filter((clock) => isOpen(clock) || isRecent(clock));
}

const pair = (before: TicketRecord, after: TicketRecord, key: string): Json => {
  const read = (ticket: TicketRecord) => (ticket as unknown as Record<string, Json>)[key] ?? null;
  return [read(before), read(after)];
};
