/**
 * The shape of a condition tree, checked by a walk with an explicit stack, so that hostile nesting
 * is refused with its path instead of exhausting the call stack.
 * Facts, operators and segments are the engine's to check: they need the catalog.
 */
import { conditionLimits, conditionPathPattern } from "./conditions.ts";
import { type Problem, problem } from "./problem.ts";

const nodeKeys = ["all", "any", "not", "condition", "fact"] as const;
const leafKeys = new Set(["fact", "operator", "value", "path", "params"]);
const referenceKeys = new Set(["fact", "path", "params"]);
const pathPattern = new RegExp(conditionPathPattern);
const bannedKeys = ["__proto__", "constructor", "prototype"];

interface Visit {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function checkBanned(holder: Record<string, unknown>, path: string): Problem | undefined {
  const banned = bannedKeys.find((key) => Object.hasOwn(holder, key));
  return banned === undefined ? undefined : problem(`${path}/${banned}`, "condition.banned-key");
}

function checkUnknown(
  holder: Record<string, unknown>,
  allowed: ReadonlySet<string>,
  path: string,
): Problem | undefined {
  const extra = Object.keys(holder).find((key) => !allowed.has(key));
  return extra === undefined
    ? undefined
    : problem(`${path}/${extra}`, "schema.unknown-property", { name: extra });
}

function checkKeys(node: Record<string, unknown>, path: string): Problem | undefined {
  const banned = checkBanned(node, path);
  if (banned) return banned;
  const kinds = nodeKeys.filter((key) => Object.hasOwn(node, key));
  if (kinds.length === 0) return problem(path, "condition.empty");
  if (kinds.length > 1) return problem(path, "condition.several", { keys: kinds.join(", ") });
  return checkUnknown(node, kinds[0] === "fact" ? leafKeys : new Set<string>(kinds), path);
}

const mustBeString = (holder: Record<string, unknown>, key: string, path: string): Problem[] =>
  typeof holder[key] === "string" ? [] : [problem(`${path}/${key}`, "schema.type", { type: "string" })];

function checkPath(holder: Record<string, unknown>, path: string): Problem[] {
  if (holder.path === undefined) return [];
  const plain = typeof holder.path === "string" && pathPattern.test(holder.path);
  return plain ? [] : [problem(`${path}/path`, "condition.path")];
}

function checkParams({ params }: Record<string, unknown>, path: string): Problem[] {
  if (params === undefined) return [];
  if (!isRecord(params)) return [problem(`${path}/params`, "schema.type", { type: "object" })];
  return [checkBanned(params, `${path}/params`) ?? []].flat();
}

/** A `value` with an own `fact` stands for another fact. */
function checkReference(value: unknown, path: string): Problem[] {
  if (!isRecord(value) || !Object.hasOwn(value, "fact")) return [];
  const keyProblem = checkBanned(value, path) ?? checkUnknown(value, referenceKeys, path);
  if (keyProblem) return [keyProblem];
  return [...mustBeString(value, "fact", path), ...checkPath(value, path), ...checkParams(value, path)];
}

function checkLeaf(node: Record<string, unknown>, path: string): Problem[] {
  const found = [...mustBeString(node, "fact", path), ...mustBeString(node, "operator", path)];
  if (!Object.hasOwn(node, "value")) found.push(problem(path, "schema.required", { name: "value" }));
  return [
    ...found,
    ...checkPath(node, path),
    ...checkParams(node, path),
    ...checkReference(node.value, `${path}/value`),
  ];
}

/** A comparison or a segment: what the limit on leaves counts. */
function checkEnd(node: Record<string, unknown>, path: string): Problem[] {
  return Object.hasOwn(node, "fact") ? checkLeaf(node, path) : mustBeString(node, "condition", path);
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
    if (Object.hasOwn(visit.value, "fact") || Object.hasOwn(visit.value, "condition")) {
      leaves += 1;
      if (leaves > conditionLimits.leaves) {
        found.push(problem(visit.path, "condition.too-many", { limit: conditionLimits.leaves }));
        break;
      }
      found.push(...checkEnd(visit.value, visit.path));
    } else {
      // One by one: a call takes only so many arguments.
      for (const child of childrenOf(visit.value, visit, found).reverse()) stack.push(child);
    }
  }
  return found;
}
