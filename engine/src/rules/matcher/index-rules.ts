/**
 * The rules of a ruleset found through indexes instead of one after the other.
 *
 * For a ticket every indexed fact is looked at once: its text passes an automaton, its value a hash and a search tree.
 * That marks the predicates which hold; each marks the rules that may match because of it. Those are then finished in
 * document order, whatever else they ask being asked at most once. The work for a ticket grows with the text and with
 * the rules that nearly match, not with the ruleset.
 *
 * The working memory belongs to one synchronous call. A call from within a call (an operator or a fact's getter that
 * classifies by the same ruleset) reads the rules one by one.
 */
import { type CompiledRule, isActive } from "../classification-rules.ts";
import type { ConditionNode, Needs } from "../condition-node.ts";
import type { Evaluation, FactId } from "../evaluation.ts";
import { type RuleMatcher, scanRules } from "../rule-scan.ts";
import { NormalCodes } from "../text/normal-codes.ts";
import { AccessFinder } from "./access.ts";
import { buildFactIndexes, type FactIndex } from "./fact-index.ts";
import { fails, JumpCode, matches } from "./jump-code.ts";
import { Marks, no, yes } from "./marks.ts";
import { packLists } from "./posting-lists.ts";
import { isMarked, type Predicate, Predicates } from "./predicates.ts";
import { RangeTable } from "./range-table.ts";
import { RuleBits } from "./rule-bits.ts";
import { crowdedFacts, guessShares } from "./selectivity.ts";

/** The leaves of a tree, those of its segments included. */
function visitLeaves(
  node: ConditionNode,
  seen: Set<ConditionNode>,
  visit: (leaf: ConditionNode) => void,
): void {
  const { shape } = node;
  if (shape.type === "segment") {
    // Many rules name the same segment.
    if (seen.has(node)) return;
    seen.add(node);
  }
  if (shape.type === "leaf") visit(node);
  else if (shape.type === "not" || shape.type === "segment") visitLeaves(shape.node, seen, visit);
  else if (shape.type === "all" || shape.type === "any")
    for (const child of shape.nodes) visitLeaves(child, seen, visit);
}

/** Registers every rule with the predicates by which it is found; answers those that are found by none. */
function register(rules: readonly CompiledRule[], predicates: Predicates): readonly number[] {
  const seen = new Set<ConditionNode>();
  for (const { node } of rules) visitLeaves(node, seen, (leaf) => predicates.atom(leaf));
  const finder = new AccessFinder(predicates, guessShares(predicates.list));
  const always: number[] = [];
  for (const [index, rule] of rules.entries()) {
    if (!rule.enabled) continue;
    const access = finder.of(rule.node);
    if (!access) always.push(index);
    for (const { triggers } of access?.any ?? []) triggers.push(index);
  }
  return always;
}

/** A predicate that is asked of its leaf. */
const aLeaf = -1;

class RuleIndex {
  readonly #rules: readonly CompiledRule[];
  /** Flags by rule: it ends the list, it is not always active. */
  readonly #isLast: Uint8Array;
  readonly #isDated: Uint8Array;
  readonly #facts: readonly FactIndex[];
  readonly #candidates: RuleBits;
  readonly #marks: Marks;
  readonly #code: Int32Array;
  readonly #entries: Int32Array;
  /** How a predicate is asked: from 0 on where the code of a segment begins, below -1 the complement of a range. */
  readonly #asks: Int32Array;
  readonly #ranges: RangeTable;
  readonly #nodes: readonly (ConditionNode | undefined)[];

  constructor(rules: readonly CompiledRule[], ends: (rule: CompiledRule) => boolean) {
    const predicates = new Predicates();
    const always = register(rules, predicates);
    const crowded = crowdedFacts(predicates.list);
    const marked = (predicate: Predicate) => isMarked(predicate, crowded);
    const code = new JumpCode(predicates, marked);
    this.#rules = rules;
    this.#isLast = Uint8Array.from(rules, (rule) => Number(ends(rule)));
    this.#isDated = Uint8Array.from(rules, ({ from, until }) => Number(from > -Infinity || until < Infinity));
    this.#entries = Int32Array.from(rules, ({ node, enabled }) => (enabled ? code.write(node) : fails));
    this.#code = code.toArray();
    const ranges = predicates.list.flatMap(({ id, of, finds }) =>
      of && finds?.type === "range" ? [{ id, of, range: finds }] : [],
    );
    this.#ranges = new RangeTable(ranges);
    this.#asks = new Int32Array(predicates.list.length).fill(aLeaf);
    for (const [id, at] of code.segments) this.#asks[id] = at;
    for (const [index, { id }] of ranges.entries()) this.#asks[id] = aLeaf - 1 - index;
    this.#nodes = predicates.list.map(({ node }) => node);
    this.#facts = buildFactIndexes(predicates.list, marked, new NormalCodes());
    this.#candidates = new RuleBits(rules.length, always);
    this.#marks = new Marks(packLists(predicates.list.map(({ triggers }) => triggers)), this.#candidates);
  }

  test(e: Evaluation, now: number): readonly CompiledRule[] {
    const matched: CompiledRule[] = [];
    for (let index = this.#first(e, now); index >= 0; index = this.#candidates.from(index + 1)) {
      if (!this.#isActive(index, now) || !this.#run(this.#entries[index] as number, e)) continue;
      matched.push(this.#rules[index] as CompiledRule);
      if (this.#isLast[index] === 1) break;
    }
    return matched;
  }

  evaluate(e: Evaluation, now: number): readonly CompiledRule[] | Needs {
    const matched: CompiledRule[] = [];
    const needs = new Set<FactId>();
    for (let index = this.#first(e, now); index >= 0; index = this.#candidates.from(index + 1)) {
      if (!this.#isActive(index, now)) continue;
      const rule = this.#rules[index] as CompiledRule;
      const { node } = rule;
      const result = node.mayNeed ? node.evaluate(e) : this.#run(this.#entries[index] as number, e);
      if (typeof result === "object") for (const fact of result.needs) needs.add(fact);
      if (result !== true) continue;
      matched.push(rule);
      if (this.#isLast[index] === 1) break;
    }
    return needs.size > 0 ? { needs: [...needs] } : matched;
  }

  /** Finds the candidates of a ticket; answers the first. */
  #first(e: Evaluation, now: number): number {
    if (Number.isNaN(now)) return -1;
    this.#candidates.reset();
    this.#marks.reset();
    this.#ranges.reset();
    for (const fact of this.#facts) fact.mark(e.facts, this.#marks);
    return this.#candidates.from(0);
  }

  #isActive(index: number, now: number): boolean {
    return this.#isDated[index] === 0 || isActive(this.#rules[index] as CompiledRule, now);
  }

  #run(entry: number, e: Evaluation): boolean {
    const code = this.#code;
    const marks = this.#marks;
    let at = entry;
    while (at >= 0) {
      const predicate = code[at] as number;
      const holds = predicate >= 0 ? marks.knows(predicate) === yes : this.#holds(~predicate, e);
      at = code[holds ? at + 1 : at + 2] as number;
    }
    return at === matches;
  }

  #holds(predicate: number, e: Evaluation): boolean {
    const known = this.#marks.knows(predicate);
    if (known !== 0) return known === yes;
    const holds = this.#ask(predicate, this.#asks[predicate] as number, e);
    this.#marks.note(predicate, holds ? yes : no);
    return holds;
  }

  #ask(predicate: number, ask: number, e: Evaluation): boolean {
    if (ask > aLeaf) return this.#run(ask, e);
    const inRange = ask < aLeaf ? this.#ranges.holds(aLeaf - 1 - ask, e.facts) : undefined;
    return inRange ?? (this.#nodes[predicate] as ConditionNode).test(e);
  }
}

/** A matcher with an index over all its rules; answers what {@link scanRules} answers. */
export function indexRules(
  rules: readonly CompiledRule[],
  ends: (rule: CompiledRule) => boolean,
): RuleMatcher {
  const index = new RuleIndex(rules, ends);
  const scan = scanRules(rules, ends);
  const mayNeed = rules.some((rule) => rule.node.mayNeed);
  let busy = false;
  const alone =
    <T>(method: "test" | "evaluate") =>
    (e: Evaluation, now: number): T => {
      if (busy) return scan[method](e, now) as T;
      busy = true;
      try {
        return index[method](e, now) as T;
      } finally {
        busy = false;
      }
    };
  const test = alone<readonly CompiledRule[]>("test");
  return { test, evaluate: mayNeed ? alone("evaluate") : test };
}
