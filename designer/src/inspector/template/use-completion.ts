/** The list that opens on `{{`: which variables fit, which one is marked, and the keys that go through it. */
import { type KeyboardEvent, type RefObject, useState } from "react";
import { fittingVariables, insertName, openNameAt } from "./completion.ts";
import type { TemplateVariable } from "./template-names.ts";

export interface Completion {
  readonly open: boolean;
  readonly items: readonly TemplateVariable[];
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** Looks again at what stands at the caret. */
  readonly look: () => void;
  /** Opens the whole list at the caret, whatever stands there. */
  readonly openAll: () => void;
  readonly close: () => void;
  readonly pick: (name: string) => void;
  /** True when the key was the list's. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

interface Query {
  readonly text: string;
  readonly active: number;
}

export function useCompletion(
  area: RefObject<HTMLTextAreaElement | null>,
  variables: readonly TemplateVariable[],
  onChange: (text: string) => void,
): Completion {
  const [query, setQuery] = useState<Query | null>(null);
  const items = query === null ? [] : fittingVariables(variables, query.text);
  const close = () => setQuery(null);
  const pick = (name: string) => {
    const field = area.current;
    if (field === null) return;
    const typed = insertName(field.value, field.selectionStart, name);
    close();
    onChange(typed.text);
    // The caret can be set once the new text stands in the field.
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(typed.caret, typed.caret);
    });
  };
  const setActive = (active: number) => setQuery((now) => now && { ...now, active });
  const look = () => {
    const field = area.current;
    const open =
      field && field.selectionStart === field.selectionEnd
        ? openNameAt(field.value, field.selectionStart)
        : null;
    setQuery((now) =>
      open === null ? null : now?.text === open.query ? now : { text: open.query, active: 0 },
    );
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (query === null || event.nativeEvent.isComposing) return false;
    const marked = items[query.active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && items.length > 0)
      setActive((query.active + step + items.length) % items.length);
    else if ((event.key === "Enter" || event.key === "Tab") && marked) pick(marked.name);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    open: query !== null,
    items,
    active: query?.active ?? 0,
    setActive,
    look,
    openAll: () => {
      area.current?.focus();
      setQuery({ text: "", active: 0 });
    },
    close,
    pick,
    onKey,
  };
}
