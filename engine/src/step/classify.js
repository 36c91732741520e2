import { EngineError } from "../errors.js";
import { syncClocks } from "./clocks.js";
/** Runs a ruleset on the ticket as it is, records the decision and applies its outcome. */
export function classifyTicket(burst, ruleset, origin) {
  const compiled = burst.definitions.classification(ruleset, burst.now);
  if (!compiled)
    throw new EngineError("definition.missing", `classification "${ruleset}" is not published`, { ruleset });
  const decision = compiled.decision(burst.facts(), {
    now: burst.now,
    ...(burst.ticket.priorityExplicit ? { explicitPriority: burst.ticket.priority } : {}),
  });
  burst.decisions.push(decision);
  burst.classification = decision.ref;
  applyOutcome(burst, decision, origin);
}
function applyOutcome(burst, { outcome }, origin) {
  const { ticket } = burst;
  burst.update(
    {
      addTags: outcome.tags,
      fields: outcome.fields,
      ...(outcome.category === null || ticket.categoryExplicit ? {} : { category: outcome.category }),
      ...(outcome.priority === null || ticket.priorityExplicit ? {} : { priority: outcome.priority }),
    },
    false,
    origin,
  );
  syncClocks(burst, "classified");
}
/** A customer message classifies again while no human has replied, where the ruleset asks for it. */
export function reclassify(burst, origin) {
  const { classification, ticket } = burst;
  if (!classification || ticket.firstHumanReplyAt !== null) return;
  const compiled = burst.definitions.classification(classification.key, burst.now);
  if (compiled?.reclassify === "until-reply") classifyTicket(burst, classification.key, origin);
}
//# sourceMappingURL=classify.js.map
