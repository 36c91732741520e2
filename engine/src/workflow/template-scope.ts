/** What a template can name: facts as nested objects, so `order.trackingNo` is `{{ order.trackingNo }}`. */
import type { Json } from "@sluice/schemas";
import type { Facts } from "../state/events.ts";

export type TemplateScope = { readonly [name: string]: Json };

/** A level of the scope; without a prototype, so that a fact's name is never more than a name. */
type Level = Record<string, Json>;

const createLevel = (): Level => Object.create(null);

/** The names of facts in their parts; they are the same ones each time. */
const knownSteps = new Map<string, readonly string[]>();
const maxKnownSteps = 1_000;

function stepsOf(fact: string): readonly string[] {
  const known = knownSteps.get(fact);
  if (known) return known;
  const steps = fact.split(".");
  if (knownSteps.size >= maxKnownSteps) knownSteps.clear();
  knownSteps.set(fact, steps);
  return steps;
}

/** Nests flat facts by their dots; a fact without a value is left out. Never writes into a fact's own value. */
export function toTemplateScope(facts: Facts, extra: TemplateScope): TemplateScope {
  const scope = createLevel();
  const levels: object[] = [scope];
  for (const id of Object.keys(facts)) {
    const value = facts[id];
    if (value !== undefined) place(scope, stepsOf(id), value as Json, levels);
  }
  return Object.assign(scope, extra);
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The level below a step: the one already made, or a new one that takes over what an object fact holds. */
function levelBelow(at: Level, step: string, levels: object[]): Level {
  const next = at[step];
  if (isObject(next) && levels.includes(next)) return next as Level;
  const level: Level = Object.assign(createLevel(), isObject(next) ? next : {});
  levels.push(level);
  at[step] = level;
  return level;
}

function place(scope: Level, steps: readonly string[], value: Json, levels: object[]): void {
  const last = steps.length - 1;
  let at = scope;
  for (let index = 0; index < last; index += 1) at = levelBelow(at, steps[index] ?? "", levels);
  at[steps[last] ?? ""] = value;
}
