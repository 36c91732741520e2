/** Which cards are open, which one takes the focus, and how to bring one into sight. */
import { useCallback, useRef, useState } from "react";
import type { RuleListHandle } from "./rules/RuleList.tsx";
import { keywordsPlace } from "./rules/use-focus-place.ts";

/** Where the focus goes: a card's key and a place within its rule. */
export interface CardFocus {
  readonly key: string;
  readonly place: string;
}

export function useOpenCards() {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [focus, setFocus] = useState<CardFocus | null>(null);
  const list = useRef<RuleListHandle>(null);
  const toggle = useCallback((key: string) => {
    setOpen((old) => {
      const next = new Set(old);
      if (!next.delete(key)) next.add(key);
      return next;
    });
    setFocus({ key, place: keywordsPlace });
  }, []);
  /** The list may have to show the rule first. */
  const scrollTo = useCallback((key: string) => {
    requestAnimationFrame(() => list.current?.scrollTo(key));
  }, []);
  const reveal = useCallback(
    (key: string, place: string) => {
      setOpen((old) => new Set([...old, key]));
      setFocus({ key, place });
      scrollTo(key);
    },
    [scrollTo],
  );
  return { open, focus, list, toggle, reveal, scrollTo };
}

export type OpenCards = ReturnType<typeof useOpenCards>;
