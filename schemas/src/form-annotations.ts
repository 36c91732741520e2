/**
 * What a form needs to know of a schema beyond its shape, in keywords of our own (`x-…`), which validators
 * skip. The words live with the schema, in both languages, so that a new kind or action needs no text in the
 * designer. A schema without them is still drawn: `title` and `description` serve, then the property's name.
 */
import type { Json, Label } from "./primitives.ts";

/** One of several ways to fill an object: choosing it shows its properties and drops those of the other ways. */
export interface FormChoice {
  /** The property whose presence means that this way is taken. */
  readonly key: string;
  readonly label: Label;
  /** All properties of this way, `key` among them; one that several ways name is kept when changing over. */
  readonly properties: readonly string[];
}

/** A property is drawn only while this holds, or while it has a value of its own. */
export interface FormShownIf {
  /** A property beside it. */
  readonly property: string;
  /** The values that show it; without them any value does. */
  readonly in?: readonly Json[];
}

/** What may be said of a schema besides its label. */
export interface FormHints {
  /** Shown on hover and read to screen readers: what it does, where the label does not say it. */
  readonly help?: Label;
  /** Which input draws it: `template`, `duration`, `document:sla`, …; see `designer/src/inspector/README.md`. */
  readonly widget?: string;
  /** Names of an enumeration's values. */
  readonly options?: Readonly<Record<string, Label>>;
  /** An example of a value, where there is no default to show. */
  readonly placeholder?: string;
  readonly shownIf?: FormShownIf;
  /** Optional, yet drawn with the required ones instead of being folded away. */
  readonly common?: true;
}

/** The keywords as they stand in a schema; an optional one is never `undefined`. */
export type FormAnnotations = {
  readonly "x-label"?: Label;
  readonly "x-help"?: Label;
  readonly "x-widget"?: string;
  readonly "x-options"?: Readonly<Record<string, Label>>;
  readonly "x-placeholder"?: string;
  readonly "x-shown-if"?: FormShownIf;
  readonly "x-common"?: true;
  readonly "x-choices"?: readonly FormChoice[];
};

/** A label in both languages and hints, to be spread into a schema's options. */
export function labelled(zh: string, en: string, hints: FormHints = {}): FormAnnotations {
  const { help, widget, options, placeholder, shownIf, common } = hints;
  return {
    "x-label": { zh, en },
    ...(help ? { "x-help": help } : {}),
    ...(widget ? { "x-widget": widget } : {}),
    ...(options ? { "x-options": options } : {}),
    ...(placeholder ? { "x-placeholder": placeholder } : {}),
    ...(shownIf ? { "x-shown-if": shownIf } : {}),
    ...(common ? { "x-common": common } : {}),
  };
}

/** The ways of an object, of which one is taken; spread into the object's options. */
export const choices = (...ways: readonly FormChoice[]): FormAnnotations => ({ "x-choices": ways });
