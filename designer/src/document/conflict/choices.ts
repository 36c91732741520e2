/** Choices between mine and theirs. They count for the one text of theirs that was looked at, not for a newer one. */
import type { Choice } from "./merge-documents.ts";

/** Sides chosen, by the place of the clash. */
export type Choices = Readonly<Record<string, Choice>>;

/** What was chosen, and for which of theirs. */
export interface MadeChoices {
  /** The tag of theirs; `null` while nothing is chosen. */
  readonly etag: string | null;
  readonly choices: Choices;
}

const none: Choices = {};

/** Before the first choice. */
export const nothingChosen: MadeChoices = { etag: null, choices: none };

/** The choices that count where theirs is what `etag` names. */
export const choicesFor = (made: MadeChoices, etag: string): Choices =>
  made.etag === etag ? made.choices : none;

/** With one more choice, made while looking at what `etag` names. */
export const chosen = (made: MadeChoices, etag: string, place: string, choice: Choice): MadeChoices => ({
  etag,
  choices: { ...choicesFor(made, etag), [place]: choice },
});
