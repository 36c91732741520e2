/** What the lines of one builder share. */
import { createContext, useContext } from "react";
import type { Notes } from "./condition-notes.ts";
import type { ConditionGroup, ConditionNode } from "./condition-tree.ts";
import type { ConditionPlace } from "./new-rule.ts";
import { emptyVocabulary, type Vocabulary } from "./vocabulary.ts";

export interface Builder {
  readonly vocabulary: Vocabulary;
  readonly place: ConditionPlace | undefined;
  readonly notes: Notes;
  readonly disabled: boolean;
  /** Puts a node in another's place (path of indexes from the root). */
  readonly replace: (path: readonly number[], change: (node: ConditionNode) => ConditionNode) => void;
  readonly addRule: (path: readonly number[]) => void;
  readonly addGroup: (path: readonly number[]) => void;
  /** Puts the node into a group of its own. */
  readonly wrap: (path: readonly number[]) => void;
  /** Whether there is room above or below for the node at the path. */
  readonly mayMove: (path: readonly number[], direction: "up" | "down") => boolean;
  /** Who takes the focus when the node at the path is removed. */
  readonly neighbour: (path: readonly number[]) => string | undefined;
  /** After the next change the focus goes to this node, or to the root where there is none. */
  readonly focusNext: (id: string | undefined) => void;
}

const nothing = () => undefined;

export const BuilderContext = createContext<Builder>({
  vocabulary: emptyVocabulary,
  place: undefined,
  notes: new Map(),
  disabled: true,
  replace: nothing,
  addRule: nothing,
  addGroup: nothing,
  wrap: nothing,
  mayMove: () => false,
  neighbour: nothing,
  focusNext: nothing,
});

export const useBuilder = (): Builder => useContext(BuilderContext);

/** Lists as react-querybuilder hands them on; it keeps what it does not know. */
export const asGroup = (group: unknown): ConditionGroup => group as ConditionGroup;
