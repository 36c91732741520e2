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
import { Marks } from "./marks.ts";
import { packLists } from "./posting-lists.ts";
import { isMarked, Predicates } from "./predicates.ts";
import { RuleBits } from "./rule-bits.ts";
import { guessShares } from "./selectivity.ts";

/** The leaves of a tree, those of its segments included. */
function visitLeaves(
  node: ConditionNode,
  seen: Set<ConditionNode>,
  visit: (leaf: ConditionNode) => void,
): void {
  const { shape } = node;
  if (seen.has(node)) return;
  seen.add(node);
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

/** How a predicate that no index decides is asked. */
const marked = 0;
const leaf = 1;

class RuleIndex {
  readonly #rules: readonly CompiledRule[];
  readonly #ends: (rule: CompiledRule) => boolean;
  readonly #facts: readonly FactIndex[];
  readonly #candidates: RuleBits;
  readonly #marks: Marks;
  readonly #code: Int32Array;
  readonly #entries: Int32Array;
  /** For each predicate `marked`, `leaf`, or where the code of its segment begins, plus 2. */
  readonly #asks: Int32Array;
  readonly #nodes: readonly (ConditionNode | undefined)[];

  constructor(rules: readonly CompiledRule[], ends: (rule: CompiledRule) => boolean) {
    const predicates = new Predicates();
    const always = register(rules, predicates);
    const code = new JumpCode(predicates);
    this.#rules = rules;
    this.#ends = ends;
    this.#entries = Int32Array.from(rules, ({ node, enabled }) => (enabled ? code.write(node) : fails));
    this.#code = code.toArray();
    this.#asks = Int32Array.from(predicates.list, (predicate) => (isMarked(predicate) ? marked : leaf));
    for (const [id, at] of code.segments) this.#asks[id] = at + 2;
    this.#nodes = predicates.list.map(({ node }) => node);
    this.#facts = buildFactIndexes(predicates.list, new NormalCodes());
    this.#candidates = new RuleBits(rules.length, always);
    this.#marks = new Marks(packLists(predicates.list.map(({ triggers }) => triggers)), this.#candidates);
  }

  /** Finds the candidates of a ticket. */
  #look(e: Evaluation): void {
    this.#candidates.reset();
    this.#marks.next();
    for (const fact of this.#facts) fact.mark(e.facts, this.#marks);
  }

  test(e: Evaluation, now: number): readonly CompiledRule[] {
    this.#look(e);
    const matched: CompiledRule[] = [];
    for (let index = this.#candidates.from(0); index >= 0; index = this.#candidates.from(index + 1)) {
      const rule = this.#rules[index] as CompiledRule;
      if (!isActive(rule, now) || !this.#run(this.#entries[index] as number, e)) continue;
      matched.push(rule);
      if (this.#ends(rule)) break;
    }
    return matched;
  }

  evaluate(e: Evaluation, now: number): readonly CompiledRule[] | Needs {
    this.#look(e);
    const matched: CompiledRule[] = [];
    const needs = new Set<FactId>();
    for (let index = this.#candidates.from(0); index >= 0; index = this.#candidates.from(index + 1)) {
      const rule = this.#rules[index] as CompiledRule;
      if (!isActive(rule, now)) continue;
      const { node } = rule;
      const result = node.mayNeed ? node.evaluate(e) : this.#run(this.#entries[index] as number, e);
      if (typeof result === "object") for (const fact of result.needs) needs.add(fact);
      if (result !== true) continue;
      matched.push(rule);
      if (this.#ends(rule)) break;
    }
    return needs.size > 0 ? { needs: [...needs] } : matched;
  }

  #run(entry: number, e: Evaluation): boolean {
    const code = this.#code;
    const { state, yes, no } = this.#marks;
    let at = entry;
    while (at >= 0) {
      const predicate = code[at] as number;
      const known = state[predicate];
      const holds =
        known === yes || (known !== no && this.#asks[predicate] !== marked && this.#ask(predicate, e));
      at = code[holds ? at + 1 : at + 2] as number;
    }
    return at === matches;
  }

  #ask(predicate: number, e: Evaluation): boolean {
    const ask = this.#asks[predicate] as number;
    const holds = ask === leaf ? (this.#nodes[predicate] as ConditionNode).test(e) : this.#run(ask - 2, e);
    this.#marks.state[predicate] = holds ? this.#marks.yes : this.#marks.no;
    return holds;
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
