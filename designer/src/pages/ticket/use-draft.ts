import { useState } from "react";

const keyOf = (id: string) => `sluice.draft.${id}`;

function stored(id: string): string {
  try {
    return sessionStorage.getItem(keyOf(id)) ?? "";
  } catch {
    // Storage may be forbidden; the draft then lives as long as the page.
    return "";
  }
}

function store(id: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(keyOf(id));
    else sessionStorage.setItem(keyOf(id), text);
  } catch {
    // As above.
  }
}

/** Text that is kept for this tab under an id until it is emptied. */
export function useDraft(id: string): [string, (text: string) => void] {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const set = (text: string) => {
    store(id, text);
    setTexts((current) => ({ ...current, [id]: text }));
  };
  return [texts[id] ?? stored(id), set];
}
