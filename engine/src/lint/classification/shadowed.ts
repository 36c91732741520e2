/** Rules that are never reached, because an earlier one takes all of their tickets and ends the list. */
import { type ClassificationRule, type Finding, finding, type SluiceDocument } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { readInstant } from "../../check/window.ts";
import { holdsAlways } from "../conditions/always.ts";
import { findShadows, type OrderedEntry } from "../conditions/shadows.ts";
import type { LintContext, LintRule } from "../rule.ts";

/** A rule that takes part, with its place in the document. */
interface Entry extends OrderedEntry {
  readonly rule: ClassificationRule;
  readonly index: number;
}

const instantOr = (text: string | null | undefined, absent: number): number =>
  text ? (readInstant(text) ?? absent) : absent;

function entriesOf({ spec }: SluiceDocument<"classification">, context: LintContext): readonly Entry[] {
  return spec.rules
    .map((rule, index) => ({
      rule,
      index,
      when: context.propositions.read(rule.when),
      ends: spec.mode === "first" || rule.then.stop === true,
      from: instantOr(rule.activeFrom, Number.NEGATIVE_INFINITY),
      until: instantOr(rule.activeUntil, Number.POSITIVE_INFINITY),
    }))
    .filter(({ rule }) => rule.enabled !== false);
}

const named = ({ rule, index }: Entry) => ({ number: index + 1, name: rule.name || rule.id });

const isLast = ({ when, ends, from, until }: Entry): boolean =>
  ends && !Number.isFinite(from) && !Number.isFinite(until) && holdsAlways(when);

function check(document: SluiceDocument<"classification">, context: LintContext): readonly Finding[] {
  const entries = entriesOf(document, context);
  const last = entries.findIndex(isLast);
  const reached = last < 0 ? entries : entries.slice(0, last + 1);
  const shadowed = [...findShadows(reached)].flatMap(([later, earlier]) => {
    const [one, by] = [reached[later], reached[earlier]];
    if (!one || !by) return [];
    return [finding("warning", at("/spec/rules", one.index), "classification.shadowed", named(by))];
  });
  const lastEntry = entries[last];
  const beyond = lastEntry ? entries.slice(last + 1) : [];
  return [
    ...shadowed,
    ...beyond.map((one) =>
      finding(
        "warning",
        at("/spec/rules", one.index),
        "classification.after-always",
        lastEntry ? named(lastEntry) : {},
      ),
    ),
  ];
}

export const shadowed: LintRule<"classification"> = { id: "shadowed", check };
