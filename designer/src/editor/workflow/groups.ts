/** Commands on groups: a named box around nodes; a node stands in at most one. */
import { type Drafting, refusal, type WorkflowCommand } from "./drafting.ts";
import { leaveGroups } from "./nodes.ts";

/** Draws a box around nodes; they leave the groups they were in. */
export function groupNodes({ ids }: Drafting, nodes: readonly string[], name: string): WorkflowCommand {
  const id = ids.next("g");
  return {
    label: { key: "workflow.commands.group", values: { count: nodes.length } },
    refuse({ spec }) {
      if (nodes.length === 0) return refusal("workflow.refusals.needsOne");
      return nodes.every((node) => spec.nodes.some((present) => present.id === node))
        ? undefined
        : refusal("workflow.refusals.gone");
    },
    apply(draft) {
      leaveGroups(draft, new Set(nodes));
      draft.spec.groups = [...(draft.spec.groups ?? []), { id, name, nodes: [...nodes] }];
    },
  };
}

/** Removes the boxes; what stood in them stays. */
export const ungroup = (groups: readonly string[]): WorkflowCommand => ({
  label: { key: "workflow.commands.ungroup" },
  apply({ spec }) {
    if (spec.groups) spec.groups = spec.groups.filter(({ id }) => !groups.includes(id));
  },
});

export const renameGroup = (group: string, name: string): WorkflowCommand => ({
  label: { key: "workflow.commands.renameGroup", values: { name } },
  mergeKey: `group:${group}`,
  apply({ spec }) {
    const renamed = spec.groups?.find(({ id }) => id === group);
    if (renamed) renamed.name = name;
  },
});
