/** A workflow revision ready to run: nodes compiled, edges indexed by port, triggers listed. */
import type { Condition, Json, RevisionRef, SluiceDocument, WorkflowNode } from "@sluice/schemas";
import type { Definitions, Holds } from "../definitions/definitions.ts";
import { EngineError } from "../errors.ts";
import { compileForkScopes } from "./fork-scopes.ts";
import type { CompiledNode } from "./node-kind.ts";
import { nodeKinds } from "./nodes/index.ts";
import type { TriggerConfig } from "./nodes/trigger/index.ts";
import type { ScheduleSpec } from "./schedule.ts";
import type { TriggerEvent } from "./trigger-events.ts";

export interface CompiledTrigger {
  readonly node: string;
  readonly on: TriggerEvent;
  readonly holds: Holds | null;
  readonly when: Condition | null;
  readonly allowSelf: boolean;
  /** The variable that gets a webhook's or a schedule's data. */
  readonly saveAs: string | null;
  /** Set for schedules. */
  readonly schedule: ScheduleSpec | null;
  /** The last part of a webhook's address. */
  readonly path: string | null;
}

export interface CompiledWorkflow {
  readonly ref: RevisionRef;
  readonly name: string;
  readonly concurrency: "skip" | "queue" | "parallel";
  readonly triggers: readonly CompiledTrigger[];
  /** Declared variables with their defaults. */
  readonly variables: { readonly [name: string]: Json };
  /** Names of the variables that a caller sets, and of those that it gets. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The parallel node whose branches a join waits for. */
  forkOf(join: string): string | undefined;
  node(id: string): { readonly source: WorkflowNode; readonly compiled: CompiledNode } | undefined;
  /** The node that a port leads to, or `undefined` when nothing is connected. */
  next(node: string, port: string): string | undefined;
}

const scheduleOf = ({ on, cron, timezone, misfire }: TriggerConfig): ScheduleSpec | null =>
  on === "schedule" && cron !== undefined
    ? { cron, timezone: timezone ?? null, misfire: misfire ?? "once" }
    : null;

function compileNode(node: WorkflowNode, definitions: Pick<Definitions, "conditions">): CompiledNode {
  const kind = nodeKinds.get(node.type);
  if (!kind)
    throw new EngineError("document.invalid", `unknown node kind ${node.type}`, {
      node: node.id,
      kind: node.type,
    });
  return kind.compile((node.config ?? {}) as never, { definitions, nodeId: node.id });
}

const toTrigger = (node: WorkflowNode, definitions: Pick<Definitions, "conditions">): CompiledTrigger => {
  const config = (node.config ?? {}) as unknown as TriggerConfig;
  const when = config.when ?? null;
  return {
    node: node.id,
    on: config.on,
    when,
    holds: when ? definitions.conditions(when) : null,
    allowSelf: config.allowSelf ?? false,
    saveAs: config.saveAs ?? null,
    schedule: scheduleOf(config),
    path: config.on === "webhook" ? (config.path ?? null) : null,
  };
};

/**
 * Prepares a workflow. The document is taken as checked (`parseDocument` and the workflow's own checks).
 * @throws EngineError `document.invalid` for a node kind that does not exist.
 */
export function compileWorkflow(
  document: SluiceDocument<"workflow">,
  ref: RevisionRef,
  definitions: Pick<Definitions, "conditions">,
): CompiledWorkflow {
  const { spec } = document;
  const nodes = new Map(
    spec.nodes.map((source) => [source.id, { source, compiled: compileNode(source, definitions) }]),
  );
  const ways = new Map(spec.edges.map((edge) => [`${edge.source} ${edge.sourcePort}`, edge.target]));
  const variables = Object.entries(spec.variables ?? {}).flatMap(([name, variable]) =>
    variable.default === undefined ? [] : [[name, variable.default] as const],
  );
  const declared = Object.entries(spec.variables ?? {});
  const scopes = compileForkScopes(spec);
  return {
    ref,
    name: document.name,
    concurrency: spec.concurrency ?? "skip",
    triggers: spec.nodes.filter(({ type }) => type === "trigger").map((node) => toTrigger(node, definitions)),
    variables: Object.fromEntries(variables),
    inputs: declared.flatMap(([name, { input }]) => (input ? [name] : [])),
    outputs: declared.flatMap(([name, { output }]) => (output ? [name] : [])),
    forkOf: (join) => scopes().joins.get(join),
    node: (id) => nodes.get(id),
    next: (node, port) => ways.get(`${node} ${port}`),
  };
}
