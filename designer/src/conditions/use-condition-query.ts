/** The builder's tree over a condition that somebody else holds. */
import { type Condition, checkCondition, diffJson } from "@sluice/schemas";
import { useState } from "react";
import { type ConditionGroup, fromQuery, toQuery, withoutEmpty } from "./condition-tree.ts";

interface Held {
  readonly query: ConditionGroup;
  readonly condition: Condition | undefined;
}

const isSame = (a: unknown, b: unknown): boolean => a === b || diffJson(a ?? null, b ?? null).length === 0;

/**
 * The tree, and how to change it. The tree stays while the condition says the same, so that lines keep their
 * ids and the focus; a condition that changed elsewhere (undo, another tab) makes a new one.
 * `change` answers false, and changes nothing, where the result would be no valid condition.
 */
export function useConditionQuery(
  condition: Condition | undefined,
  onChange: (next: Condition | undefined) => void,
) {
  const [held, setHeld] = useState<Held>(() => ({ query: toQuery(condition), condition }));
  let current = held;
  if (!isSame(held.condition, condition)) {
    current = { query: toQuery(condition), condition };
    setHeld(current);
  }
  const change = (query: ConditionGroup): boolean => {
    const kept = withoutEmpty(query);
    const next = fromQuery(kept);
    if (next !== undefined && checkCondition(next).length > 0) {
      // A tree of its own, so that react-querybuilder drops what it has already taken over.
      setHeld({ ...current, query: { ...current.query } });
      return false;
    }
    setHeld({ query: kept, condition: next });
    if (!isSame(next, current.condition)) onChange(next);
    return true;
  };
  return { query: current.query, change };
}
