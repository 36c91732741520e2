/** The smallest changes that a conjunction needs to be met by somebody. */
import type { Condition, ConditionLeaf, FindingFix } from "@sluice/schemas";
import { fixOf } from "../fixes.ts";
import type { ConditionPlace } from "../rule.ts";
import { contradictedFact } from "./contradiction.ts";
import type { PropositionReader } from "./proposition.ts";

/** The parts, from the first on, that can hold together. */
function compatible(parts: readonly Condition[], reader: PropositionReader): readonly Condition[] {
  const kept: Condition[] = [];
  for (const part of parts)
    if (contradictedFact(reader.read({ all: [...kept, part] })) === undefined) kept.push(part);
  return kept;
}

/** A range whose ends were mixed up. */
function swapped({ operator, value }: ConditionLeaf): readonly unknown[] | undefined {
  return operator === "between" && Array.isArray(value) ? value.toReversed() : undefined;
}

/** A longer list is to be written anew: trying its parts one after the other takes the square of its length. */
const longestList = 100;

/** Leaves out what clashes with what stands before it; `undefined` where nothing would be left. */
export function withoutClash(
  { when, path }: ConditionPlace,
  reader: PropositionReader,
): FindingFix | undefined {
  if ("all" in when) {
    if (when.all.length > longestList) return undefined;
    const all = compatible(when.all, reader);
    return all.length > 0 ? fixOf("drop-clashing", [{ op: "replace", path, value: { all } }]) : undefined;
  }
  const value = "fact" in when ? swapped(when) : undefined;
  const mended = value && { ...when, value };
  const holds = mended && contradictedFact(reader.read(mended as unknown as Condition)) === undefined;
  return holds ? fixOf("swap-ends", [{ op: "replace", path, value: mended }]) : undefined;
}
