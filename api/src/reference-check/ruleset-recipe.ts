/**
 * A ruleset as plain data: everything that it takes to decide by it in another thread. Compiled conditions and
 * calendars cannot be sent there; what they were compiled from can.
 */
import {
  type ClassificationContext,
  type ClassificationOptions,
  compileCalendar,
  type PublishedDocument,
} from "@sluice/engine";
import type {
  AnyDocument,
  CalendarSpec,
  ClassificationDecision,
  ClassificationSpec,
  Condition,
  HolidayDays,
  RevisionRef,
} from "@sluice/schemas";

type Calendars = NonNullable<ClassificationOptions["calendars"]>;

/** What a calendar is compiled from. */
interface CalendarRecipe {
  readonly spec: CalendarSpec;
  readonly holidays?: HolidayDays;
}

export interface RulesetRecipe {
  readonly ref: RevisionRef;
  readonly spec: ClassificationSpec;
  readonly segments: Readonly<Record<string, Condition>>;
  readonly overlays: NonNullable<ClassificationOptions["overlays"]>;
  readonly calendars: Readonly<Record<string, CalendarRecipe>>;
}

/** One question to a ruleset; facts are plain values. */
export interface Question {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly context: ClassificationContext;
}

/** What the reference says to a question, or why it could not. */
export type ReferenceAnswer = { readonly decision: ClassificationDecision } | { readonly error: string };

const draftRef: RevisionRef = { kind: "classification", key: "default", revision: 0 };

const isCalendar = (document: AnyDocument): document is Extract<AnyDocument, { kind: "calendar" }> =>
  document.kind === "calendar";

/** Calendars go along only where a condition may name one: their holiday data is large. */
function calendarsFor(text: string, published: readonly PublishedDocument[]): RulesetRecipe["calendars"] {
  if (!text.includes('"withinCalendar"')) return {};
  return Object.fromEntries(
    published.flatMap(({ document, holidays }) =>
      isCalendar(document)
        ? [[document.key, { spec: document.spec, ...(holidays ? { holidays } : {}) }] as const]
        : [],
    ),
  );
}

/** Notes down a ruleset as it is compiled beside these published documents. */
export function toRecipe(
  { spec }: { readonly spec: ClassificationSpec },
  options: ClassificationOptions,
  published: readonly PublishedDocument[],
): RulesetRecipe {
  const { ref = draftRef, segments = {}, overlays = [] } = options;
  const calendars = calendarsFor(JSON.stringify([spec, segments, overlays]), published);
  return { ref, spec, segments, overlays, calendars };
}

/** The recipe's calendars, compiled. */
export const calendarsOf = (recipe: RulesetRecipe): Calendars =>
  Object.fromEntries(
    Object.entries(recipe.calendars).map(([key, { spec, holidays }]) => [
      key,
      compileCalendar(spec, { holidays }),
    ]),
  );

/** The options to compile a recipe's rules with. */
export function recipeOptions(recipe: RulesetRecipe): ClassificationOptions & { readonly ref: RevisionRef } {
  const { ref, segments, overlays } = recipe;
  return { ref, segments, overlays, calendars: calendarsOf(recipe) };
}
