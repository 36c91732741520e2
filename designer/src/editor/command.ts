/**
 * What an admin does to a drawing, as data: a label for the history, a rule that may refuse it, and a change.
 * The rule stands apart from the change so that the hand can be told why not before it lets go.
 */
import type { DocumentKind, Label, SluiceDocument } from "@sluice/schemas";
import type { ParseKeys } from "i18next";
import type { Draft } from "immer";

/** A text of the message files with what fills its places. */
export interface Text {
  readonly key: ParseKeys;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Why a command cannot be carried out, and where the reason lies. */
export interface Refusal {
  readonly reason: Text;
  /** More about it, in both languages. */
  readonly detail?: Label;
  /** JSON pointer into the document. */
  readonly path?: string;
}

/** A drawing that a command may change in place (immer). */
export type Editable<K extends DocumentKind> = Draft<SluiceDocument<K>>;

/** One named change of a document. */
export interface Command<K extends DocumentKind = DocumentKind> {
  /** What the history list calls it, e.g. `移动 3 个节点`. */
  readonly label: Text;
  /** Commands in a row with the same key become one entry of the history: typing in one field, say. */
  readonly mergeKey?: string;
  /** The rule: why this cannot be done to the document as it stands; absent = it always can. */
  refuse?(document: SluiceDocument<K>): Refusal | undefined;
  /** The change. It is only called when nothing refused it, and must leave a well-formed document. */
  apply(draft: Editable<K>): void;
}
