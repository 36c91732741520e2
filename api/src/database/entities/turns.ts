/** What each transaction of a shared database changed, for the processes that did not make it. */
import { defineTable, instant, nullable, text, word } from "../table.ts";

export interface TurnRow {
  /** Given under the turn: without gaps, in the order of the commits. */
  id: number;
  at: number;
  /** Which process made it. */
  process: string;
  /** JSON: what changed of loads, cursors and queues. */
  routing: string | null;
  /** JSON: what open pages are told. */
  news: string | null;
}

export const turns = defineTable<TurnRow>(
  "turns",
  { id: instant, at: instant, process: word, routing: nullable(text), news: nullable(text) },
  { primary: ["id"], indexes: [["at"]] },
);
