/** Puts the focus where somebody asked to look: a line of the condition, or a part of the outcome. */
import type { Condition } from "@sluice/schemas";
import { type RefObject, useEffect } from "react";
import { pointersOf } from "../../../conditions/condition-notes.ts";
import { toQuery } from "../../../conditions/condition-tree.ts";

/** The line of a freshly opened builder that holds a place of its condition. */
export function nodeAt(when: Condition, pointer: string): string | undefined {
  const places = [...pointersOf(toQuery(when))];
  return places.findLast(([, at]) => pointer === at || pointer.startsWith(`${at}/`))?.[0];
}

/** The selector of the element that a place within a rule is edited by. */
export function selectorFor(place: string, when: Condition): string {
  if (place.startsWith("/when")) {
    const node = nodeAt(when, place.slice("/when".length));
    return node === undefined ? "fieldset" : `[data-node="${node}"]`;
  }
  const [, first = "", second = ""] = place.split("/");
  return `[data-part="${first === "then" ? second || "addTags" : first}"]`;
}

const focusable = "input:not([disabled]), button:not([disabled]), [tabindex]:not([tabindex='-1'])";
/** Where the eye goes when a card is opened by hand: the keywords, of which most work is done. */
export const keywordsPlace = "/keywords";

function elementFor(box: HTMLElement, place: string, when: Condition): HTMLElement | null {
  // The chips of a comparison and its input stand side by side; tags stand outside of the builder.
  if (place === keywordsPlace)
    return (
      box.querySelector("fieldset [data-chip]")?.closest("ul")?.parentElement?.querySelector("input") ?? null
    );
  const part = box.querySelector<HTMLElement>(selectorFor(place, when));
  return part?.matches(focusable) ? part : (part?.querySelector<HTMLElement>(focusable) ?? null);
}

/** `place` is a JSON pointer relative to the rule; each new one is answered once. */
export function useFocusPlace(
  box: RefObject<HTMLElement | null>,
  place: string | undefined,
  when: Condition,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it answers an asking, not a change of the rule
  useEffect(() => {
    if (place === undefined || box.current === null) return;
    const target = elementFor(box.current, place, when);
    target?.focus({ preventScroll: true });
    // The list places the card first.
    requestAnimationFrame(() => target?.scrollIntoView({ block: "nearest" }));
  }, [place]);
}
