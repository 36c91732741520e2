/** Classification within a burst: what a ruleset says becomes the ticket's tags, category and priority. */
import type { ClassificationDecision } from "@sluice/schemas";
import { FactsNeeded } from "../definitions/facts-needed.ts";
import { EngineError } from "../errors.ts";
import type { ClassificationContext, CompiledClassification } from "../rules/classification.ts";
import type { Origin } from "../state/events.ts";
import type { Burst } from "./burst.ts";
import { syncClocks } from "./clocks.ts";

/** Runs a ruleset on the ticket as it is, records the decision and applies its outcome. */
export function classifyTicket(burst: Burst, ruleset: string, origin: Origin | null): void {
  const compiled = burst.definitions.classification(ruleset, burst.now);
  if (!compiled)
    throw new EngineError("definition.missing", `classification "${ruleset}" is not published`, { ruleset });
  const context = {
    now: burst.now,
    ...(burst.ticket.priorityExplicit ? { explicitPriority: burst.ticket.priority } : {}),
  };
  needFacts(burst, compiled, context);
  const decision = compiled.decision(burst.facts(), context);
  burst.decisions.push(decision);
  burst.classification = decision.ref;
  applyOutcome(burst, decision, origin);
}

/** Asks for the plugin facts that the outcome still depends on; costs nothing where no rule reads any. */
function needFacts(burst: Burst, compiled: CompiledClassification, context: ClassificationContext): void {
  const { isFetched } = burst.definitions;
  if (!isFetched || !compiled.facts.some(isFetched)) return;
  const classified = compiled.classify(burst.facts(), context);
  if ("needs" in classified) throw new FactsNeeded(classified.needs);
}

function applyOutcome(burst: Burst, { outcome }: ClassificationDecision, origin: Origin | null): void {
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
export function reclassify(burst: Burst, origin: Origin | null): void {
  const { classification, ticket } = burst;
  if (!classification || ticket.firstHumanReplyAt !== null) return;
  const compiled = burst.definitions.classification(classification.key, burst.now);
  if (compiled?.reclassify === "until-reply") classifyTicket(burst, classification.key, origin);
}
