/**
 * A decision as a sentence: what was decided, by which rule of which revision, because of which values.
 * The sentence is the first of three depths; the tree and the raw values stand below it in the page.
 */
import type {
  ClassificationDecision,
  ClockDecision,
  Decision,
  Json,
  MatchedRule,
  RevisionRef,
  RoutingDecision,
  SlaDecision,
} from "@sluice/schemas";
import { formatOpenTime, formatTarget } from "../format/duration.ts";
import { inSentence } from "./in-sentence.ts";
import { leafSentence } from "./leaf-sentence.ts";
import type { SentenceContext } from "./sentence-context.ts";

/** The document and its revision; revision 0 is a draft. */
export function revisionText(ref: RevisionRef, { t, names }: SentenceContext): string {
  const name = names.document(ref.kind, ref.key);
  return ref.revision === 0 ? t("why.draft", { name }) : t("why.revision", { name, revision: ref.revision });
}

const listText = (value: Json, context: SentenceContext): string =>
  (Array.isArray(value) ? value.map(String) : [String(value)]).join(context.t("why.join"));

const fieldsText = (value: Json, { t, names }: SentenceContext): string =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.entries(value)
        .map(([key, item]) => `${names.field(key)}=${typeof item === "string" ? item : JSON.stringify(item)}`)
        .join(t("why.join"))
    : String(value);

/** What a rule gave, in the order people ask for it. */
export function gaveText(gave: MatchedRule["gave"], context: SentenceContext): string {
  const { t, names } = context;
  const { category, priority, addTags, fields } = gave;
  return [
    category ? t("why.gave.category", { value: names.category(String(category)) }) : "",
    priority ? t("why.gave.priority", { value: String(priority) }) : "",
    Array.isArray(addTags) && addTags.length > 0
      ? t("why.gave.addTags", { value: listText(addTags, context) })
      : "",
    fields && Object.keys(fields).length > 0
      ? t("why.gave.fields", { value: fieldsText(fields, context) })
      : "",
  ]
    .filter(Boolean)
    .join(t("why.join"));
}

function ruleSentence(rule: MatchedRule, ref: RevisionRef, context: SentenceContext): string {
  const { t } = context;
  const held = rule.because.filter((leaf) => leaf.result === true);
  const because = held.map((leaf) => leafSentence(leaf, context)).join(t("why.and"));
  const names = {
    rule: rule.name || rule.id,
    revision: `v${ref.revision}`,
    gave: gaveText(rule.gave, context),
  };
  return because === ""
    ? t("why.classification.ruleAlways", names)
    : t("why.classification.rule", { because, ...names });
}

/** The parts of the outcome that came from `source` (`otherwise` or `caller`). */
function partsFrom(decision: ClassificationDecision, source: string): MatchedRule["gave"] {
  const { outcome, sources } = decision;
  const tags = outcome.tags.filter((tag) => sources.tags[tag] === source);
  return {
    ...(sources.category === source && outcome.category ? { category: outcome.category } : {}),
    ...(sources.priority === source && outcome.priority ? { priority: outcome.priority } : {}),
    ...(tags.length > 0 ? { addTags: tags } : {}),
  };
}

/** Rules that the sentence names; the others are counted and stand in the tree. */
const mostRules = 2;

/** The rules that decided category and priority first, then the rest in their own order. */
function byWeight({ matched, sources }: ClassificationDecision): readonly MatchedRule[] {
  const weight = ({ id }: MatchedRule) =>
    (sources.category === id ? 2 : 0) + (sources.priority === id ? 1 : 0);
  return [...matched].sort((a, b) => weight(b) - weight(a));
}

function classificationSentence(decision: ClassificationDecision, context: SentenceContext): string {
  const { t } = context;
  const named = byWeight(decision).slice(0, mostRules);
  const rules = named.map((rule) => ruleSentence(rule, decision.ref, context));
  const more = decision.matched.length - named.length;
  if (more > 0) rules.push(t("why.classification.more", { count: more }));
  if (rules.length === 0)
    rules.push(t("why.classification.nothing", { revision: revisionText(decision.ref, context) }));
  for (const source of ["otherwise", "caller"] as const) {
    const gave = gaveText(partsFrom(decision, source), context);
    if (gave !== "") rules.push(t(`why.classification.${source}`, { gave }));
  }
  return rules.map((rule, index) => (index === 0 ? rule : inSentence(rule))).join(t("why.end"));
}

function targetText(clock: ClockDecision, { t, instant }: SentenceContext): string {
  return clock.target.type === "instant" ? instant(clock.target.at) : formatTarget(clock.target.text, t);
}

/** What happened to one clock. */
export function clockSentence(clock: ClockDecision, context: SentenceContext): string {
  const { t, instant } = context;
  const moved = clock.change === "retargeted" && clock.previousDue !== undefined;
  const key = clock.change === "retargeted" && !moved ? "retargetedPlain" : clock.change;
  return t(`why.sla.${key}`, {
    metric: t(`words.metric.${clock.metric}`),
    target: targetText(clock, context),
    due: instant(clock.due),
    previous: clock.previousDue === undefined ? "" : instant(clock.previousDue),
    elapsed: formatOpenTime(clock.elapsedMs, t),
  });
}

function slaSentence(decision: SlaDecision, context: SentenceContext): string {
  const { t } = context;
  if (decision.clocks.length === 0) return t("why.sla.none");
  return decision.clocks.map((clock) => clockSentence(clock, context)).join(t("why.end"));
}

const strategies = ["round-robin", "least-loaded", "weighted", "skill-match", "sticky"] as const;

/** A built-in strategy by its name; a plugin's by its id. */
function strategyText(id: string | undefined, { t }: SentenceContext): string {
  if (id === undefined) return "";
  const known = strategies.find((name) => name === id);
  return t("why.routing.strategy", { strategy: known ? t(`why.strategy.${known}`) : id });
}

/** What the engine calls the route of a ticket that a person placed. */
const manualRoute = "(manual)";

function byHandSentence(
  cause: RoutingDecision["cause"],
  agent: string,
  { t, names }: SentenceContext,
): string {
  const key = cause === "claim" ? "claimedBy" : "byHand";
  return t(`why.routing.${key}`, { agent: names.agent(agent) });
}

function routingSentence(decision: RoutingDecision, context: SentenceContext): string {
  const { t, names, instant } = context;
  const { outcome, route } = decision;
  const where = {
    route: names.route(decision.ref.key, route),
    step: decision.step + 1,
    cause: t(`why.cause.${decision.cause}`),
  };
  switch (outcome.type) {
    case "assigned":
      if (route === manualRoute) return byHandSentence(decision.cause, outcome.agent, context);
      return t("why.routing.assigned", {
        ...where,
        agent: names.agent(outcome.agent),
        strategy: strategyText(decision.strategy, context),
      });
    case "pooled":
      return t("why.routing.pooled", { ...where, pool: names.pool(outcome.pool) });
    case "waiting":
      return t("why.routing.waiting", {
        ...where,
        group: names.group(outcome.group),
        until:
          outcome.timeoutAt === null ? "" : t("why.routing.until", { instant: instant(outcome.timeoutAt) }),
      });
  }
}

/** The decision in one sentence of the language of `context`. */
export function decisionSentence(decision: Decision, context: SentenceContext): string {
  switch (decision.kind) {
    case "classification":
      return classificationSentence(decision, context);
    case "sla":
      return slaSentence(decision, context);
    case "routing":
      return routingSentence(decision, context);
  }
}
