/** What one node sees of the burst. */
import type { Json } from "@sluice/schemas";
import { EngineError } from "../errors.ts";
import type { Effect, LogEntry } from "../state/effects.ts";
import type { TicketChanges } from "../state/events.ts";
import type { RunState, RunToken, TaskState } from "../state/ticket-state.ts";
import type { NodeContext } from "../workflow/node-kind.ts";
import { type Burst, renderingBudget } from "./burst.ts";
import { classifyTicket } from "./classify.ts";
import { startClocks, syncClocks } from "./clocks.ts";
import { botReply } from "./messages.ts";
import { originOf, setVariables, variablesOf } from "./run-store.ts";

/** The context of one token on one node. */
export const nodeContext = (burst: Burst, run: RunState, token: RunToken): NodeContext =>
  new TokenContext(burst, run, token);

/** A class, as one is made for every node that is entered. */
class TokenContext implements NodeContext {
  readonly run: RunState;
  readonly token: RunToken;
  readonly #burst: Burst;

  constructor(burst: Burst, run: RunState, token: RunToken) {
    this.run = run;
    this.token = token;
    this.#burst = burst;
  }

  get definitions() {
    return this.#burst.definitions;
  }

  get event() {
    return this.#burst.event;
  }

  get now() {
    return this.#burst.now;
  }

  get ticket() {
    return this.#burst.ticket;
  }

  get ticketless() {
    return this.#burst.ticketless !== null;
  }

  get key() {
    return `${this.run.id}:${this.token.node}:${this.token.visit}`;
  }

  get rendering() {
    const { now, definitions, steps } = this.#burst;
    const budget = renderingBudget(steps, this.run.id);
    return { now, timezone: definitions.settings.workspace.timezone, budget };
  }

  facts() {
    return this.#burst.facts(this.#variables());
  }

  scope() {
    return this.#burst.scope(this.#variables());
  }

  update(changes: TicketChanges): void {
    if (Object.keys(changes).length > 0) this.#needTicket();
    updateTicket(this.#burst, this.run, changes);
  }

  setVariables(values: Readonly<Record<string, Json>>): void {
    setVariables(this.#burst, this.run.id, this.token, values);
  }

  classify(ruleset: string): void {
    this.#needTicket();
    classifyTicket(this.#burst, ruleset, originOf(this.run));
  }

  startSla(policy: string): void {
    this.#needTicket();
    startClocks(this.#burst, policy);
  }

  reply(text: string, isPublic: boolean): void {
    this.#needTicket();
    botReply(this.#burst, this.run.workflow.key, text, isPublic);
  }

  addTask(task: TaskDraft): TaskState {
    this.#needTicket();
    return addTask(this.#burst, this.run.id, this.token.id, task);
  }

  emit(effect: Effect): void {
    this.#burst.effects.push(effect);
  }

  log(entry: LogEntry): void {
    this.#burst.log.push(entry);
  }

  /** Those of the run as it is by now. */
  #variables() {
    return variablesOf(this.#burst.runs.get(this.run.id) ?? this.run, this.token);
  }

  #needTicket(): void {
    if (this.#burst.ticketless)
      throw new EngineError("run.no-ticket", "this run is about no ticket", { node: this.token.node });
  }
}

/** What a workflow changes moves the clocks as a person's change does: resolving stops them, a priority retargets. */
function updateTicket(burst: Burst, run: RunState, changes: TicketChanges): void {
  if (burst.ticketless) return;
  burst.update(changes, false, originOf(run));
  syncClocks(burst, "updated");
}

type TaskDraft = Omit<TaskState, "id" | "run" | "token" | "answers" | "status" | "createdAt">;

function addTask(burst: Burst, run: string, token: string, draft: TaskDraft): TaskState {
  const task: TaskState = {
    ...draft,
    id: burst.newId(),
    run,
    token,
    answers: [],
    status: "open",
    createdAt: burst.now,
  };
  burst.tasks.set(task.id, task);
  burst.touchedTasks.add(task.id);
  burst.log.push({
    type: "task.opened",
    task: task.id,
    title: task.title,
    group: task.group,
    assignee: task.assignee,
  });
  if (task.assignee !== null)
    burst.effects.push({
      type: "notify",
      id: burst.newId(),
      agents: [task.assignee],
      reason: "task",
      data: { task: task.id, title: task.title },
    });
  return task;
}
