/** Held cards follow the hand by a style of their own: React draws them again only when they are let go. */
import { type RefObject, useEffect } from "react";
import { useEditor } from "./editor-context.ts";
import { shiftOf } from "./hand.ts";
import { cardElement } from "./use-focusing.ts";

const toTranslate = ({ x, y }: { x: number; y: number }): string => `${x}px ${y}px`;

function letGo(element: HTMLElement): void {
  element.style.translate = "";
  element.removeAttribute("data-held");
}

/** `frame` holds the cards; the box around several chosen ones goes with them. */
export function useFollowingHand(frame: RefObject<HTMLElement | null>): void {
  const { hand, store } = useEditor();
  useEffect(() => {
    const lifted = new Map<string, HTMLElement>();
    const lift = (id: string, element: HTMLElement | null | undefined) => {
      if (!element) return undefined;
      element.dataset.held = "";
      lifted.set(id, element);
      return element;
    };
    const boxOf = () =>
      frame.current?.querySelector<HTMLElement>(".react-flow__nodesselection-rect") ?? undefined;
    return hand.subscribe(() => {
      const { places } = hand.get();
      if (places.size === 0) {
        for (const element of lifted.values()) letGo(element);
        lifted.clear();
        store.set({ held: new Set() });
        return;
      }
      if (places.size !== store.get().held.size) store.set({ held: new Set(places.keys()) });
      for (const [id, place] of places) {
        const card = lifted.get(id) ?? lift(id, cardElement(frame.current, id));
        if (card) card.style.translate = toTranslate(shiftOf(place));
      }
      const [first] = places.values();
      const box = lifted.get("") ?? lift("", boxOf());
      if (box && first) box.style.translate = toTranslate(shiftOf(first));
    });
  }, [hand, store, frame]);
}
