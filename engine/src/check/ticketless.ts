/** Runs without a ticket, of schedules and webhooks: they may not come to a node that does something to a ticket. */
import { type Json, type Problem, problem, type SluiceDocument, type WorkflowNode } from "@sluice/schemas";
import { nodeKinds } from "../workflow/nodes/index.ts";
import { isTicketless } from "../workflow/nodes/trigger/index.ts";
import type { CheckContext } from "./check-context.ts";
import { at } from "./pointer.ts";

type Workflow = SluiceDocument<"workflow">;

const configOf = ({ config = {} }: WorkflowNode) => config as never;
const isTrigger = ({ type }: WorkflowNode): boolean => type === "trigger";

function reachedFrom(start: string, { edges }: Workflow["spec"]): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const id of reached) for (const edge of edges) if (edge.source === id) reached.add(edge.target);
  return reached;
}

/** True when a run that starts at this node comes to one that needs a ticket, in this workflow or one that it calls. */
function asksForTicket(node: WorkflowNode, context: CheckContext, seen: ReadonlySet<string>): boolean {
  if (nodeKinds.get(node.type)?.needsTicket?.(configOf(node))) return true;
  const key = node.type === "subflow" ? String(node.config?.workflow) : null;
  const called = key === null || seen.has(key) ? undefined : context.find("workflow", key);
  const byHand = called?.spec.nodes.find((one) => isTrigger(one) && one.config?.on === "manual");
  if (!called || !byHand || key === null) return false;
  const reached = reachedFrom(byHand.id, called.spec);
  const deeper = new Set([...seen, key]);
  return called.spec.nodes.some((one) => reached.has(one.id) && asksForTicket(one, context, deeper));
}

function checkTrigger(trigger: WorkflowNode, { key, spec }: Workflow, context: CheckContext): Problem[] {
  const reached = reachedFrom(trigger.id, spec);
  return spec.nodes.flatMap((node, index) =>
    reached.has(node.id) && asksForTicket(node, context, new Set([key]))
      ? [problem(at("/spec/nodes", index), "workflow.needs-ticket", { trigger: trigger.name ?? trigger.id })]
      : [],
  );
}

const pathOf = ({ type, config }: WorkflowNode): Json | undefined =>
  type === "trigger" && config?.on === "webhook" ? config.path : undefined;

/** A webhook's address leads to one workflow. */
function checkPaths({ key, spec }: Workflow, context: CheckContext): Problem[] {
  const others = context.options.documents.filter(
    (one): one is typeof one & { kind: "workflow" } => one.kind === "workflow" && one.key !== key,
  );
  return spec.nodes.flatMap((node, index) => {
    const path = pathOf(node);
    if (path === undefined) return [];
    const elsewhere = others.find((other) => other.spec.nodes.some((one) => pathOf(one) === path));
    const twice = spec.nodes.findIndex((one) => pathOf(one) === path) < index;
    return elsewhere || twice
      ? [
          problem(at("/spec/nodes", index, "config", "path"), "workflow.webhook-path-taken", {
            path: String(path),
            key: elsewhere?.key ?? key,
          }),
        ]
      : [];
  });
}

/** Every fault of runs without a ticket; `readable` says which nodes' configs fit their kinds. */
export function checkTicketless(
  document: Workflow,
  context: CheckContext,
  readable: (node: WorkflowNode) => boolean,
): Problem[] {
  const triggers = document.spec.nodes.filter(
    (node) => isTrigger(node) && readable(node) && isTicketless(configOf(node)),
  );
  return [
    ...(document.spec.nodes.every(readable)
      ? triggers.flatMap((trigger) => checkTrigger(trigger, document, context))
      : []),
    ...(triggers.length > 0 ? checkPaths(document, context) : []),
  ];
}
