/** JSON Patch (RFC 6902), the three operations that a finding's fix is made of. The input is never changed. */
import type { PatchStep } from "./finding.ts";

type Holder = readonly unknown[] | Readonly<Record<string, unknown>>;

const isHolder = (value: unknown): value is Holder => typeof value === "object" && value !== null;

const stepsOf = (path: string): readonly string[] =>
  path
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

function inList(list: readonly unknown[], name: string, step: PatchStep): unknown[] | undefined {
  const at = name === "-" ? list.length : Number(name);
  const last = step.op === "add" ? list.length : list.length - 1;
  if (!Number.isInteger(at) || at < 0 || at > last) return undefined;
  if (step.op === "remove") return list.toSpliced(at, 1);
  return list.toSpliced(at, step.op === "add" ? 0 : 1, step.value);
}

function inObject(
  object: Readonly<Record<string, unknown>>,
  name: string,
  step: PatchStep,
): Record<string, unknown> | undefined {
  if (step.op !== "add" && !Object.hasOwn(object, name)) return undefined;
  const kept = Object.entries(object).filter(([key]) => key !== name || step.op !== "remove");
  const entries = step.op === "remove" ? kept : [...kept, [name, step.value] as const];
  return Object.fromEntries(entries);
}

/** The holder with one of its members changed; `undefined` when the step does not fit. */
function changed(holder: unknown, names: readonly string[], step: PatchStep): unknown {
  const [name, ...below] = names;
  if (name === undefined || !isHolder(holder)) return undefined;
  const list = Array.isArray(holder);
  if (below.length === 0)
    return list ? inList(holder, name, step) : inObject(holder as Record<string, unknown>, name, step);
  const child = Object.hasOwn(holder, name) ? (holder as Record<string, unknown>)[name] : undefined;
  const inner = changed(child, below, step);
  if (inner === undefined) return undefined;
  return list
    ? holder.with(Number(name), inner)
    : Object.fromEntries([...Object.entries(holder), [name, inner]]);
}

/** The value with the patch applied, as a copy; `undefined` when a step names a place that is not there. */
export function applyPatch(value: unknown, patch: readonly PatchStep[]): unknown {
  return patch.reduce<unknown>(
    (at, step) => (at === undefined ? undefined : changed(at, stepsOf(step.path), step)),
    value,
  );
}
