/** Who is in a group. */
import type { Agent, Label } from "@sluice/schemas";
import type { LintContext } from "./rule.ts";

export const membersOf = (group: string, { options }: LintContext): readonly Agent[] =>
  options.people.agents.filter((agent) => agent.groups.includes(group));

/** `undefined` for a group that nobody has founded: check says so. */
export const groupLabel = (group: string, { options }: LintContext): Label | undefined =>
  options.people.groups.find(({ key }) => key === group)?.label;
