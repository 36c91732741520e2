/**
 * A node kind: what the palette shows, which ports it has, and what entering it does.
 * Config is compiled once per workflow revision; entering is then a plain call.
 */
import type { Json, NodeKindDefinition, PortDefinition, Problem } from "@sluice/schemas";
import type { Definitions } from "../definitions/definitions.ts";
import type { Effect, LogEntry } from "../state/effects.ts";
import type { Facts, TicketChanges, TicketEvent } from "../state/events.ts";
import type {
  ItemsState,
  RunState,
  RunToken,
  TaskState,
  TicketRecord,
  TokenWait,
} from "../state/ticket-state.ts";
import type { TemplateMoment } from "../templates/moment.ts";
import type { TemplateScope } from "./template-scope.ts";

/** Where a token goes after a node has been entered or woken. */
export type NodeResult =
  | { readonly go: string }
  | { readonly wait: TokenWait }
  | { readonly end: true }
  /** A token for each of these ports that is wired; the own one stays until they are joined or gone. */
  | { readonly fork: readonly string[] }
  /** Waits here for its fork: until so many branches have come, or all that still can. */
  | { readonly join: number | "all" }
  /** The `body` port once for each item. */
  | { readonly each: EachItem }
  /** A run of another workflow. */
  | { readonly call: CallWorkflow }
  | { readonly fail: NodeFailure };

export type EachItem = Pick<ItemsState, "items" | "as" | "indexAs" | "concurrency">;

export interface CallWorkflow {
  readonly workflow: string;
  readonly input: { readonly [name: string]: Json };
}

export interface NodeFailure {
  readonly code: string;
  readonly message: string;
  readonly details?: Json;
  /** The job that failed, when a job did. */
  readonly job?: string;
}

/** What wakes a waiting token. */
export type Wakeup =
  | { readonly type: "job"; readonly ok: true; readonly output: Json }
  | {
      readonly type: "job";
      readonly ok: false;
      readonly error: { readonly code: string; readonly message: string };
    }
  | { readonly type: "task"; readonly outcome: string; readonly task: TaskState }
  | { readonly type: "survey"; readonly score: number; readonly comment: string | null }
  | { readonly type: "due" }
  | { readonly type: "event"; readonly name: string }
  | { readonly type: "routed"; readonly port: "assigned" | "pooled" }
  /** Enough branches have come; these have. */
  | { readonly type: "joined"; readonly branches: readonly string[] }
  /** All items have ended; what was collected of each. */
  | { readonly type: "items"; readonly results: readonly Json[] }
  /** The run that was called has ended. */
  | {
      readonly type: "call";
      readonly ok: boolean;
      readonly workflow: string;
      readonly output: { readonly [name: string]: Json };
    };

/** What a node may see and do; everything else about the burst is hidden from it. */
export interface NodeContext {
  readonly definitions: Definitions;
  readonly event: TicketEvent;
  readonly now: number;
  readonly run: RunState;
  readonly token: RunToken;
  readonly ticket: TicketRecord;
  /** True for a run of a schedule or a webhook: `ticket` is then a blank. */
  readonly ticketless: boolean;
  /** The facts as they are now, with this run's variables. */
  facts(): Facts;
  /** What templates can name. */
  scope(): TemplateScope;
  /** The instant and zone that templates' `now` and dates are bound to, and what they may still cost in this burst. */
  readonly rendering: TemplateMoment;
  update(changes: TicketChanges): void;
  setVariables(values: Readonly<Record<string, Json>>): void;
  classify(ruleset: string): void;
  startSla(policy: string): void;
  reply(text: string, isPublic: boolean): void;
  addTask(task: Omit<TaskState, "id" | "run" | "token" | "answers" | "status" | "createdAt">): TaskState;
  emit(effect: Effect): void;
  log(entry: LogEntry): void;
  /** `runId:nodeId:visit`, the idempotency key of what this node does. */
  readonly key: string;
}

/** A node of one workflow, ready to run. */
export interface CompiledNode {
  enter(context: NodeContext): NodeResult;
  /** Absent where the node never waits, or only until `due` with the port it waits for. */
  wake?(context: NodeContext, wakeup: Wakeup): NodeResult;
  /** What is kept of an item that has ended, seen with the item's variables. */
  collect?(context: NodeContext): Json;
}

/** What compiling a config may look up. */
export interface NodeCompileContext {
  readonly definitions: Pick<Definitions, "conditions">;
  readonly nodeId: string;
}

export interface NodeKind<Config> {
  readonly definition: NodeKindDefinition;
  /** The ports of a node with this config. */
  ports(config: Config): readonly PortDefinition[];
  compile(config: Config, context: NodeCompileContext): CompiledNode;
  /** A config that is valid and does something sensible: for the palette and the contract test. */
  readonly example: Config;
  /** True for a config that does something to a ticket: it may not follow a trigger without one. */
  needsTicket?(config: Config): boolean;
  /** Variables that it brings without their being declared: conditions and templates may name them. */
  variables?(config: Config): readonly string[];
  /** What the schema alone cannot say; paths are below the config. */
  check?(config: Config): readonly Problem[];
}

/** A kind whose config type is hidden, for lists. */
export type AnyNodeKind = NodeKind<never>;

/** Declares a node kind; the type parameter ties its config to its behaviour. */
export const defineNodeKind = <Config>(kind: NodeKind<Config>): NodeKind<Config> => kind;
