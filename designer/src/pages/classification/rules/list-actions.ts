/** What cards do; one value for all of them, so that a card is drawn again only when its own rule changes. */

import { createContext, useContext } from "react";
import type { Command } from "../../../editor/command.ts";

export interface ListActions {
  readonly execute: (command: Command<"classification">) => boolean;
  readonly toggle: (key: string) => void;
  /** To a place of the document's list. */
  readonly move: (id: string, to: number) => void;
  readonly duplicate: (id: string) => void;
  readonly remove: (id: string) => void;
  /** Shows a rule by its place. */
  readonly show: (place: number) => void;
  readonly total: number;
  readonly readOnly: boolean;
  /** Only the first matching rule counts. */
  readonly firstOnly: boolean;
}

export const ListActionsContext = createContext<ListActions | null>(null);

export function useListActions(): ListActions {
  const actions = useContext(ListActionsContext);
  if (actions === null) throw new Error("a rule card stands inside a rule list");
  return actions;
}
