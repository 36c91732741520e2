/** Subflows: each calls a workflow that can be called, with variables that it takes, and none calls itself in the end. */
import { type Problem, problem, type SluiceDocument, type WorkflowNode } from "@sluice/schemas";
import type { CheckContext } from "./check-context.ts";
import { at } from "./pointer.ts";

type Workflow = SluiceDocument<"workflow">;

const calledBy = ({ spec }: Workflow): readonly string[] =>
  spec.nodes.flatMap(({ type, config }) => (type === "subflow" ? [String(config?.workflow)] : []));

/** The calls from `key` back to `home`, or `undefined` when there is no such way. */
function wayBack(
  key: string,
  home: string,
  context: CheckContext,
  seen: ReadonlySet<string> = new Set(),
): readonly string[] | undefined {
  if (key === home) return [key];
  const workflow = seen.has(key) ? undefined : context.find("workflow", key);
  if (!workflow) return undefined;
  for (const next of calledBy(workflow)) {
    const way = wayBack(next, home, context, new Set([...seen, key]));
    if (way) return [key, ...way];
  }
  return undefined;
}

function checkCall(
  { config = {} }: WorkflowNode,
  path: string,
  home: string,
  context: CheckContext,
): Problem[] {
  const key = String(config.workflow);
  const called = context.find("workflow", key);
  if (!called) return [];
  const way = wayBack(key, home, context);
  if (way) return [problem(`${path}/workflow`, "workflow.subflow-loop", { way: [home, ...way].join(" → ") })];
  const isManual = ({ type, config: own }: WorkflowNode) => type === "trigger" && own?.on === "manual";
  const takes = called.spec.variables ?? {};
  const given = Object.keys((config.input ?? {}) as object);
  return [
    ...(called.spec.nodes.some(isManual)
      ? []
      : [problem(`${path}/workflow`, "workflow.subflow-not-manual", { key })]),
    ...given
      .filter((name) => !Object.hasOwn(takes, name) || takes[name]?.input !== true)
      .map((name) => problem(at(`${path}/input`, name), "workflow.subflow-input", { name, key })),
  ];
}

/** Every fault of the workflow's calls; one to a workflow that is not there is a missing reference already. */
export const checkSubflows = ({ key, spec }: Workflow, context: CheckContext): Problem[] =>
  spec.nodes.flatMap((node, index) =>
    node.type === "subflow" ? checkCall(node, `${at("/spec/nodes", index)}/config`, key, context) : [],
  );
