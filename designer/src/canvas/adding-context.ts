/** Adding nodes: the one way in for the palette, quick-add, drops and the keyboard. */
import { createContext, useContext } from "react";
import type { Origin } from "../editor/workflow/nodes.ts";
import type { PaletteEntry } from "./palette-entries.ts";

/** A point of the window. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** Where a node is to be added; what is left out is found. */
export interface AddingPlace {
  /** Joined on to this port. */
  readonly from?: Origin;
  /** Inserted into this edge. */
  readonly edge?: string;
  /** After this node, wherever it has room. */
  readonly after?: string;
  /** At this point of the window. */
  readonly at?: ScreenPoint;
}

export interface Adding {
  /** Adds a node; answers with its id, or nothing when it was refused. */
  readonly add: (entry: PaletteEntry, place: AddingPlace) => string | undefined;
  /** Opens quick-add for a place. */
  readonly open: (place: AddingPlace) => void;
}

export const AddingContext = createContext<Adding | null>(null);

/** How to add nodes; only below the canvas. */
export function useAdding(): Adding {
  const adding = useContext(AddingContext);
  if (adding === null) throw new Error("useAdding outside the canvas");
  return adding;
}
