/** Who joins and who leaves a group; nothing else about them changes. */
import type { Agent } from "@sluice/schemas";

export interface MembershipChange {
  readonly agent: string;
  readonly joins: boolean;
}

/** The changes that lead from one list of members to the other. */
export const membershipChanges = (
  before: readonly string[],
  after: readonly string[],
): readonly MembershipChange[] => [
  ...after.filter((id) => !before.includes(id)).map((agent) => ({ agent, joins: true })),
  ...before.filter((id) => !after.includes(id)).map((agent) => ({ agent, joins: false })),
];

/** The agent in or out of the group; `null` where they are already. */
export const withMembership =
  (group: string, joins: boolean) =>
  (agent: Agent): Agent | null => {
    if (agent.groups.includes(group) === joins) return null;
    const groups = joins ? [...agent.groups, group] : agent.groups.filter((key) => key !== group);
    return { ...agent, groups };
  };
