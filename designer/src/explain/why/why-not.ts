/** Why the other rules of a past classification did not match: that revision, asked again with the facts of then. */
import { compileDefinitions, type Facts, type People } from "@sluice/engine";
import type {
  AnyDocument,
  ClassificationDecision,
  ConditionTrace,
  Settings,
  SluiceDocument,
} from "@sluice/schemas";
import type { TimelineItem } from "../../client/types.ts";
import { factsThen } from "./facts-then.ts";

export interface WhyNotInput {
  readonly decision: ClassificationDecision;
  /** The event that the decision belongs to. */
  readonly event: string;
  readonly timeline: readonly TimelineItem[];
  /** The ruleset as it was then. */
  readonly ruleset: SluiceDocument<"classification">;
  /** What is live now: segments, calendars, campaigns. */
  readonly documents: readonly AnyDocument[];
  readonly settings: Settings;
  readonly people: People;
}

/** A rule that did not match; without a trace where it took no part. */
export interface UnmatchedRule {
  readonly id: string;
  readonly name: string;
  readonly state: "not-matched" | "unknown" | "disabled" | "inactive" | "not-reached";
  readonly trace: ConditionTrace | undefined;
}

export interface WhyNot {
  readonly rules: readonly UnmatchedRule[];
  /** Asked again, the same rules match as then; if not, something they read has changed since. */
  readonly same: boolean;
}

const idsOf = (rules: readonly { readonly id: string }[]): string => rules.map(({ id }) => id).join();

/** `undefined` where the ticket's creation is not in its timeline. */
export function whyNot(input: WhyNotInput): WhyNot | undefined {
  const { decision, event, timeline, ruleset, documents, settings, people } = input;
  const { ref } = decision;
  const at = new Date(decision.at).getTime();
  const others = documents.filter(({ kind, key }) => kind !== ref.kind || key !== ref.key);
  const definitions = compileDefinitions({
    live: [
      ...others.map((document) => ({ document, revision: 1 })),
      { document: ruleset as AnyDocument, revision: ref.revision },
    ],
    settings,
    people,
  });
  const facts: Facts | undefined = factsThen(definitions, timeline, event, at);
  const compiled = definitions.classification(ref.key, at);
  if (!facts || !compiled) return undefined;
  const { rules } = compiled.explain(facts, { now: at });
  const matched = rules.filter(({ state }) => state === "matched");
  const unmatched = rules.flatMap(({ id, name, state, condition }) =>
    state === "matched" ? [] : [{ id, name, state, trace: condition }],
  );
  return { rules: unmatched, same: idsOf(matched) === idsOf(decision.matched) };
}
