/** Whether comparisons can hold together. True only where it is certain that they cannot. */
import type { Json } from "@sluice/schemas";
import { holdsFor, needsValue } from "./leaf-implies.ts";
import type { Meaning, Range } from "./meaning.ts";
import type { Literal, Proposition } from "./proposition.ts";

/** The comparisons of a conjunction, those of nested ones included; and those that are denied. */
interface Conjunction {
  readonly literals: readonly Literal[];
  readonly denied: readonly Literal[];
}

function conjunctionOf(root: Proposition): Conjunction {
  const literals: Literal[] = [];
  const denied: Literal[] = [];
  const open: Proposition[] = [root];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.type === "all") open.push(...at.children.toReversed());
    else if (at.type === "leaf") literals.push(at);
    else if (at.type === "not" && at.child.type === "leaf") denied.push(at.child);
  }
  return { literals, denied };
}

const isEmpty = ({ from, to, openFrom, openTo }: Range): boolean =>
  from > to || (from === to && (openFrom || openTo));

const narrowed = (a: Range, b: Range): Range => ({
  ...a,
  from: Math.max(a.from, b.from),
  to: Math.min(a.to, b.to),
  openFrom: a.from === b.from ? a.openFrom || b.openFrom : a.from > b.from ? a.openFrom : b.openFrom,
  openTo: a.to === b.to ? a.openTo || b.openTo : a.to < b.to ? a.openTo : b.openTo,
});

function rangesClash(meanings: readonly Meaning[]): boolean {
  return (["number", "instant"] as const).some((scale) => {
    const ranges = meanings.filter((one): one is Range => one.type === "range" && one.scale === scale);
    const [first, ...rest] = ranges;
    return first !== undefined && isEmpty(rest.reduce(narrowed, first));
  });
}

/** The fact must be one of some values, and each of them fails another comparison. */
function noValueLeft(meanings: readonly Meaning[]): boolean {
  const [first] = meanings.flatMap((one) => (one.type === "values" && !one.negated ? [one.values] : []));
  const fits = (value: Json): boolean => meanings.every((one) => holdsFor(one, value) !== false);
  return first !== undefined && ![...first].some(fits);
}

const missesItsValue = (meanings: readonly Meaning[]): boolean =>
  meanings.some((one) => one.type === "present" && !one.present) && meanings.some(needsValue);

type Group = readonly [Literal, ...Literal[]];

function bySubject(literals: readonly Literal[]): readonly Group[] {
  const found = new Map<string, [Literal, ...Literal[]]>();
  for (const literal of literals) {
    const known = found.get(literal.subject);
    if (known) known.push(literal);
    else found.set(literal.subject, [literal]);
  }
  return [...found.values()];
}

function clashes(group: Group): boolean {
  if (group.length === 1 && !group[0].hasTwoEnds) return false;
  const meanings = group.map(({ meaning }) => meaning);
  return noValueLeft(meanings) || rangesClash(meanings) || missesItsValue(meanings);
}

/** The fact that cannot meet a conjunction's comparisons; `undefined` when they may all hold. */
export function contradictedFact(root: Proposition): string | undefined {
  const { literals, denied } = conjunctionOf(root);
  const refusals = new Set(denied.map(({ id }) => id));
  const refused = refusals.size > 0 ? literals.find(({ id }) => refusals.has(id)) : undefined;
  return (refused ?? bySubject(literals).find(clashes)?.[0])?.fact;
}
