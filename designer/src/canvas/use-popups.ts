/** The lists that open over the canvas; one at a time. */
import { useMemo, useState } from "react";
import type { Origin } from "../editor/workflow/nodes.ts";
import type { AddingPlace, ScreenPoint } from "./adding-context.ts";

export type Popup =
  | { readonly type: "quickAdd"; readonly place: AddingPlace; readonly at: ScreenPoint | null }
  | { readonly type: "connect"; readonly from: Origin; readonly at: ScreenPoint | null }
  | { readonly type: "find" };

export interface Popups {
  readonly popup: Popup | null;
  /** `beside` is where the list stands when the place names no point. */
  readonly openQuickAdd: (place: AddingPlace, beside?: ScreenPoint) => void;
  readonly openConnect: (from: Origin, at: ScreenPoint | null) => void;
  readonly openFind: () => void;
  readonly close: () => void;
}

export function usePopups(): Popups {
  const [popup, setPopup] = useState<Popup | null>(null);
  const doing = useMemo<Omit<Popups, "popup">>(
    () => ({
      openQuickAdd: (place, beside) => setPopup({ type: "quickAdd", place, at: place.at ?? beside ?? null }),
      openConnect: (from, at) => setPopup({ type: "connect", from, at }),
      openFind: () => setPopup({ type: "find" }),
      close: () => setPopup(null),
    }),
    [],
  );
  return useMemo(() => ({ popup, ...doing }), [popup, doing]);
}
