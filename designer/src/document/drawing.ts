/** What the document page gives the drawing of a kind, and what the drawing may do. */
import type { DocumentKind, Finding, SluiceDocument } from "@sluice/schemas";
import type { Command } from "../editor/command.ts";
import type { EditSession } from "../editor/edit-session.ts";

/** A place that somebody asked to see: a problem was clicked. A new object for each asking. */
export interface PlaceAsked {
  /** JSON pointer into the document. */
  readonly path: string;
}

/** What every drawing and every test panel is given. */
export interface DrawingProps<K extends DocumentKind> {
  readonly document: SluiceDocument<K>;
  readonly session: EditSession<K>;
  /** Carries a command out; a refusal is shown to the person. Answers whether it was done. */
  readonly execute: (command: Command<K>) => boolean;
  /** What lint says of the document as it stands, or stood a moment ago. */
  readonly findings: readonly Finding[];
  readonly asked: PlaceAsked | null;
  /** Shows a place of the document in the drawing and in the JSON. */
  readonly ask: (path: string) => void;
  /** The person may look but not change: a viewer, or an old revision. */
  readonly readOnly: boolean;
}
