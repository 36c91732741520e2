/**
 * Conditions as the tree that the builder edits, and back, without loss.
 *
 * react-querybuilder's groups join their rules by a combinator; ours are `all` or `any` under any number of
 * `not`s, which a node carries as a count: "none of" is `any` under one, and a doubled negation survives.
 * A condition that is one leaf stands in a `bare` root, which writes no list of its own while it holds one
 * line only. What the builder does not know (operators, facts, params) is kept as it is.
 */
import type { Condition, ConditionLeaf, FactReference, Json } from "@sluice/schemas";
import type { RuleGroupType, RuleType } from "react-querybuilder";

export type Combinator = "all" | "any";

/** A line: a comparison (`field` is the fact), or a segment by name (`value` is its key). */
export interface ConditionRule extends RuleType<string, string, Json | FactReference> {
  id: string;
  kind: "leaf" | "segment";
  nots: number;
  /** What a comparison has besides; not edited in place, and kept. */
  extra?: Pick<ConditionLeaf, "path" | "params">;
}

/** A list of lines. */
export interface ConditionGroup extends Omit<RuleGroupType, "rules" | "combinator"> {
  id: string;
  combinator: Combinator;
  nots: number;
  bare?: true;
  rules: ConditionNode[];
}

export type ConditionNode = ConditionRule | ConditionGroup;

/** True for lists. */
export const isGroup = (node: ConditionNode): node is ConditionGroup => "rules" in node;

/** Under an odd number of `not`s. */
export const isNegated = ({ nots }: { readonly nots: number }): boolean => nots % 2 === 1;

interface Peeled {
  readonly core: Exclude<Condition, { readonly not: Condition }>;
  readonly nots: number;
}

function peel(condition: Condition): Peeled {
  let core = condition;
  let nots = 0;
  while ("not" in core) {
    core = core.not;
    nots += 1;
  }
  return { core, nots };
}

function toRule(
  core: ConditionLeaf | { readonly condition: string },
  nots: number,
  id: string,
): ConditionRule {
  if ("condition" in core)
    return { id, kind: "segment", field: "", operator: "", value: core.condition, nots };
  const { fact, operator, value, path, params } = core;
  const extra = { ...(path === undefined ? {} : { path }), ...(params === undefined ? {} : { params }) };
  const rest = Object.keys(extra).length === 0 ? {} : { extra };
  return { id, kind: "leaf", field: fact, operator, value, nots, ...rest };
}

function toNode(condition: Condition, id: string): ConditionNode {
  const { core, nots } = peel(condition);
  if ("condition" in core || "fact" in core) return toRule(core, nots, id);
  const combinator = "all" in core ? "all" : "any";
  const children = "all" in core ? core.all : core.any;
  return { id, combinator, nots, rules: children.map((child, index) => toNode(child, `${id}.${index}`)) };
}

const isList = (condition: Condition): boolean => {
  const { core } = peel(condition);
  return "all" in core || "any" in core;
};

/** The tree of a condition; ids say where a node stood when the tree was made. */
export function toQuery(condition: Condition | undefined, id = "c"): ConditionGroup {
  if (condition !== undefined && isList(condition)) {
    const node = toNode(condition, id);
    if (isGroup(node)) return node;
  }
  const rules = condition === undefined ? [] : [toNode(condition, `${id}.0`)];
  return { id, combinator: "all", nots: 0, bare: true, rules };
}

function fromRule({ kind, field, operator, value, extra }: ConditionRule): Condition {
  if (kind === "segment") return { condition: String(value) };
  return { fact: field, operator, value, ...extra };
}

function fromGroup(group: ConditionGroup): Condition | undefined {
  const children = group.rules.flatMap((node) => fromNode(node) ?? []);
  const [first] = children;
  if (first === undefined) return undefined;
  if (isBare(group) && children.length === 1) return first;
  return group.combinator === "all" ? { all: children } : { any: children };
}

function fromNode(node: ConditionNode): Condition | undefined {
  let condition = isGroup(node) ? fromGroup(node) : fromRule(node);
  for (let left = node.nots; condition !== undefined && left > 0; left -= 1) condition = { not: condition };
  return condition;
}

/** The condition of a tree; lists without lines are left out, and `undefined` is the condition of none. */
export const fromQuery = (query: ConditionGroup): Condition | undefined => fromNode(query);

/** True while the root writes no list of its own. */
export const isBare = (group: ConditionGroup): boolean =>
  group.bare === true && group.nots === 0 && group.rules.length <= 1;

/** The tree without lists that have no lines; the root stays. */
export function withoutEmpty(group: ConditionGroup): ConditionGroup {
  const rules = group.rules
    .map((node) => (isGroup(node) ? withoutEmpty(node) : node))
    .filter((node) => !isGroup(node) || node.rules.length > 0);
  const same =
    rules.length === group.rules.length && rules.every((node, index) => node === group.rules[index]);
  return same ? group : { ...group, rules };
}

/** The tree with the node at a path (react-querybuilder's: indexes from the root) put in another's place. */
export function replaceAt(
  group: ConditionGroup,
  path: readonly number[],
  change: (node: ConditionNode) => ConditionNode,
): ConditionGroup {
  const [at, ...rest] = path;
  if (at === undefined) {
    const changed = change(group);
    return isGroup(changed) ? changed : group;
  }
  const rules = group.rules.map((node, index) => {
    if (index !== at) return node;
    if (rest.length === 0) return change(node);
    return isGroup(node) ? replaceAt(node, rest, change) : node;
  });
  return { ...group, rules };
}

/** `1.2` for the second line of the first. */
export const placeText = (path: readonly number[]): string => path.map((index) => index + 1).join(".");

/** The node that takes the focus when the one at a path goes: the next, the one before, or the list's owner. */
export function neighbourOf(query: ConditionGroup, path: readonly number[]): string {
  let owner = query;
  for (const index of path.slice(0, -1)) {
    const next = owner.rules[index];
    if (next && isGroup(next)) owner = next;
  }
  const at = path.at(-1) ?? 0;
  return (owner.rules[at + 1] ?? owner.rules[at - 1] ?? owner).id;
}
