/**
 * The shape of a condition tree, checked by a walk with an explicit stack, so that hostile nesting
 * is refused with its path instead of exhausting the call stack.
 * Facts, operators and segments are the engine's to check: they need the catalog.
 */
import { conditionLimits, conditionPathPattern } from "./conditions.ts";
import { type Problem, problem } from "./problem.ts";

const nodeKeys = ["all", "any", "not", "condition", "fact"] as const;
const leafKeys = new Set(["fact", "operator", "value", "path", "params"]);
const pathPattern = new RegExp(conditionPathPattern);
const bannedKeys = ["__proto__", "constructor", "prototype"];

interface Visit {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function checkKeys(node: Record<string, unknown>, path: string): Problem | undefined {
  const banned = bannedKeys.find((key) => Object.hasOwn(node, key));
  if (banned) return problem(`${path}/${banned}`, "condition.banned-key");
  const kinds = nodeKeys.filter((key) => Object.hasOwn(node, key));
  if (kinds.length === 0) return problem(path, "condition.empty");
  if (kinds.length > 1) return problem(path, "condition.several", { keys: kinds.join(", ") });
  const allowed = kinds[0] === "fact" ? leafKeys : new Set<string>(kinds);
  const extra = Object.keys(node).find((key) => !allowed.has(key));
  return extra === undefined
    ? undefined
    : problem(`${path}/${extra}`, "schema.unknown-property", { name: extra });
}

const mustBeString = (holder: Record<string, unknown>, key: string, path: string): Problem[] =>
  typeof holder[key] === "string" ? [] : [problem(`${path}/${key}`, "schema.type", { type: "string" })];

function checkPath(holder: Record<string, unknown>, path: string): Problem[] {
  if (holder.path === undefined) return [];
  const plain = typeof holder.path === "string" && pathPattern.test(holder.path);
  return plain ? [] : [problem(`${path}/path`, "condition.path")];
}

/** A `value` with an own `fact` stands for another fact. */
const checkReference = (value: unknown, path: string): Problem[] =>
  isRecord(value) && Object.hasOwn(value, "fact")
    ? [...mustBeString(value, "fact", path), ...checkPath(value, path)]
    : [];

function checkLeaf(node: Record<string, unknown>, path: string): Problem[] {
  const found = [...mustBeString(node, "fact", path), ...mustBeString(node, "operator", path)];
  if (!Object.hasOwn(node, "value")) found.push(problem(path, "schema.required", { name: "value" }));
  if (node.params !== undefined && !isRecord(node.params))
    found.push(problem(`${path}/params`, "schema.type", { type: "object" }));
  return [...found, ...checkPath(node, path), ...checkReference(node.value, `${path}/value`)];
}

function childrenOf(node: Record<string, unknown>, visit: Visit, found: Problem[]): Visit[] {
  const { path, depth } = visit;
  if (Object.hasOwn(node, "not")) return [{ value: node.not, path: `${path}/not`, depth: depth + 1 }];
  const key = Object.hasOwn(node, "all") ? "all" : "any";
  const list = node[key];
  if (!Array.isArray(list)) {
    found.push(problem(`${path}/${key}`, "schema.type", { type: "array" }));
    return [];
  }
  if (list.length === 0) found.push(problem(`${path}/${key}`, "condition.empty-list", { key }));
  // Not `map`: it would skip the holes of a sparse list.
  return Array.from(list, (value: unknown, index) => ({
    value,
    path: `${path}/${key}/${index}`,
    depth: depth + 1,
  }));
}

/** Checks one tree; answers every fault with its JSON pointer, at most 100 of them. */
export function checkCondition(condition: unknown, path = ""): Problem[] {
  const found: Problem[] = [];
  const stack: Visit[] = [{ value: condition, path, depth: 1 }];
  let leaves = 0;
  while (stack.length > 0 && found.length < 100) {
    const visit = stack.pop() as Visit;
    if (visit.depth > conditionLimits.depth) {
      found.push(problem(visit.path, "condition.too-deep", { limit: conditionLimits.depth }));
      continue;
    }
    if (!isRecord(visit.value)) {
      found.push(problem(visit.path, "schema.type", { type: "object" }));
      continue;
    }
    const keyProblem = checkKeys(visit.value, visit.path);
    if (keyProblem) {
      found.push(keyProblem);
      continue;
    }
    if (Object.hasOwn(visit.value, "fact")) {
      leaves += 1;
      if (leaves > conditionLimits.leaves) {
        found.push(problem(visit.path, "condition.too-many", { limit: conditionLimits.leaves }));
        break;
      }
      found.push(...checkLeaf(visit.value, visit.path));
    } else if (Object.hasOwn(visit.value, "condition")) {
      if (typeof visit.value.condition !== "string")
        found.push(problem(`${visit.path}/condition`, "schema.type", { type: "string" }));
    } else {
      stack.push(...childrenOf(visit.value, visit, found).reverse());
    }
  }
  return found;
}
