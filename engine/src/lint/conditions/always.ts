/** Whether a condition holds for every ticket. True only where it is certain. */
import { alwaysPresent } from "./never-missing.ts";
import type { Proposition } from "./proposition.ts";

/** A comparison and its denial side by side leave nothing out. */
function isComplete(children: readonly Proposition[]): boolean {
  const denied = new Set(
    children.flatMap((child) =>
      child.type === "not" && child.child.type === "leaf" ? [child.child.id] : [],
    ),
  );
  return children.some((child) => child.type === "leaf" && denied.has(child.id));
}

/** True for a condition that no ticket can fail. */
export function holdsAlways(when: Proposition): boolean {
  if (when.type === "all") return when.children.every(holdsAlways);
  if (when.type === "any") return isComplete(when.children) || when.children.some(holdsAlways);
  if (when.type === "not") return false;
  const { meaning, subject } = when;
  return meaning.type === "present" && meaning.present && alwaysPresent.has(subject);
}
