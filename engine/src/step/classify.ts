/** Classification within a burst: what a ruleset says becomes the ticket's tags, category and priority. */
import type { ClassificationDecision, Json } from "@sluice/schemas";
import { FactsNeeded } from "../definitions/facts-needed.ts";
import { EngineError } from "../errors.ts";
import type { ClassificationContext, CompiledClassification } from "../rules/classification.ts";
import type { Origin } from "../state/events.ts";
import type { TicketRecord } from "../state/ticket-state.ts";
import { applyChanges } from "../ticket/apply-changes.ts";
import { defaultPriority } from "../ticket/new-ticket.ts";
import type { Burst } from "./burst.ts";
import { syncClocks } from "./clocks.ts";

type Outcome = ClassificationDecision["outcome"];

/** Runs a ruleset on the ticket as it is, records the decision and applies its outcome. */
export function classifyTicket(burst: Burst, ruleset: string, origin: Origin | null): void {
  applyOutcome(burst, decide(burst, ruleset), burst.ticket, origin);
}

function decide(burst: Burst, ruleset: string): ClassificationDecision {
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
  return decision;
}

/** Asks for the plugin facts that the outcome still depends on; costs nothing where no rule reads any. */
function needFacts(burst: Burst, compiled: CompiledClassification, context: ClassificationContext): void {
  const { isFetched } = burst.definitions;
  if (!isFetched || !compiled.facts.some(isFetched)) return;
  const classified = compiled.classify(burst.facts(), context);
  if ("needs" in classified) throw new FactsNeeded(classified.needs, burst.facts());
}

/** Gives the ticket what was decided; the change that is told is the one from `before`. */
function applyOutcome(
  burst: Burst,
  { outcome }: ClassificationDecision,
  before: TicketRecord,
  origin: Origin | null,
): void {
  const { ticket } = burst;
  const changes = {
    addTags: outcome.tags,
    fields: outcome.fields,
    ...(outcome.category === null || ticket.categoryExplicit ? {} : { category: outcome.category }),
    ...(outcome.priority === null || ticket.priorityExplicit ? {} : { priority: outcome.priority }),
  };
  burst.ticket = applyChanges(ticket, changes, burst.now, false);
  burst.signalChanges(before, origin);
  syncClocks(burst, "classified");
}

const same = (a: Json | undefined, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The ticket without what classification gave it, where that still stands and no person chose it. */
function takeBack(ticket: TicketRecord, given: Outcome): TicketRecord {
  const isGiven = {
    category: !ticket.categoryExplicit && ticket.category === given.category,
    priority: !ticket.priorityExplicit && ticket.priority === given.priority,
  };
  const fields = Object.entries(ticket.fields).filter(
    ([key, value]) => !Object.hasOwn(given.fields, key) || !same(given.fields[key], value),
  );
  return {
    ...ticket,
    category: isGiven.category ? null : ticket.category,
    priority: isGiven.priority ? defaultPriority : ticket.priority,
    tags: ticket.tags.filter((tag) => !given.tags.includes(tag)),
    fields: Object.fromEntries(fields),
  };
}

const nothingGiven: Outcome = { category: null, priority: null, tags: [], fields: {} };

/**
 * Classifies once more because a person asks for it: by the ruleset that did it last, as it is live now, on the words
 * that the ticket came in with, also when somebody has replied since.
 * @throws EngineError `definition.missing` for a ticket that no ruleset has classified.
 */
export function classifyAgain(burst: Burst, given: Outcome = nothingGiven): void {
  const before = burst.ticket;
  const { text, classification } = burst;
  if (!classification)
    throw new EngineError("definition.missing", "no ruleset has classified this ticket", {
      ticket: before.id,
    });
  burst.text = { ...text, last: null };
  burst.ticket = takeBack(before, given);
  const decision = decide(burst, classification.key);
  burst.text = text;
  applyOutcome(burst, decision, before, null);
}

/** A customer message classifies again while no human has replied, where the ruleset asks for it. */
export function reclassify(burst: Burst, origin: Origin | null): void {
  const { classification, ticket } = burst;
  if (!classification || ticket.firstHumanReplyAt !== null) return;
  const compiled = burst.definitions.classification(classification.key, burst.now);
  if (compiled?.reclassify === "until-reply") classifyTicket(burst, classification.key, origin);
}
