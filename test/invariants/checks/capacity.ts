/**
 * capacity: whoever was given a ticket had room at that moment, by the decision that gave it. A person's own
 * assignment and a step with `ignoreCapacity` stand above it; tickets that reopen later may exceed it.
 */
import type { AgentConsidered, RoutingDecision, SluiceDocument } from "@sluice/schemas";
import type { Check } from "../check.ts";
import type { Stored } from "../stored.ts";

function ignoresCapacity(stored: Stored, { ref, route, step }: RoutingDecision): boolean {
  const document = stored.revisions.get(`routing/${ref.key}@${ref.revision}`) as
    | SluiceDocument<"routing">
    | undefined;
  const found = document?.spec.routes.find(({ id }) => id === route)?.steps[step];
  // A route that the policy does not have came from a campaign.
  return found === undefined || ("group" in found && found.ignoreCapacity === true);
}

function winner({ outcome, considered }: RoutingDecision): AgentConsidered | undefined {
  return outcome.type === "assigned" ? considered.find(({ agent }) => agent === outcome.agent) : undefined;
}

export const capacityCheck: Check = {
  name: "capacity",
  *run(stored) {
    for (const { id, decisions } of stored.events)
      for (const decision of decisions) {
        if (decision.kind !== "routing" || decision.cause === "manual") continue;
        const agent = winner(decision);
        if (!agent || agent.load < agent.capacity) continue;
        if (decision.cause !== "claim" && ignoresCapacity(stored, decision)) continue;
        yield `event ${id}: ${agent.agent} was given a ticket at ${agent.load}/${agent.capacity} (${decision.cause})`;
      }
  },
};
