/** Whether one comparison of a fact follows from another of the same fact. True only where it is certain. */
import type { Json } from "@sluice/schemas";
import { normaliseText } from "../../rules/text/normalise.ts";
import type { Meaning, Range } from "./meaning.ts";
import type { Literal } from "./proposition.ts";

type Of<T extends Meaning["type"]> = Extract<Meaning, { readonly type: T }>;

/** What `isPresent` says of a literal. */
export const isThere = (value: Json): boolean =>
  value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

function wordsHold({ mode, words }: Of<"words">, value: Json): boolean | undefined {
  if (typeof value !== "string") return false;
  const text = normaliseText(value);
  if (mode === "any") return words.some((word) => text.includes(word));
  if (mode === "all") return words.every((word) => text.includes(word));
  if (mode === "start") return words.every((word) => text.startsWith(word));
  return mode === "end" ? words.every((word) => text.endsWith(word)) : undefined;
}

const inside = ({ from, to, openFrom, openTo }: Range, value: number): boolean =>
  (openFrom ? value > from : value >= from) && (openTo ? value < to : value <= to);

/** Whether a comparison holds for a fact with exactly this value; `undefined` where lint cannot tell. */
export function holdsFor(meaning: Meaning, value: Json): boolean | undefined {
  switch (meaning.type) {
    case "words":
      return wordsHold(meaning, value);
    case "values":
      return meaning.values.has(value) !== meaning.negated;
    case "range":
      // A text may still be compared as a number.
      return typeof value === "number" ? inside(meaning, value) : undefined;
    case "present":
      return isThere(value) === meaning.present;
    default:
      return undefined;
  }
}

/** Whether a fact for which this holds has a value in the sense of `isPresent`. */
export function needsValue(meaning: Meaning): boolean {
  if (meaning.type === "values") return !meaning.negated && [...meaning.values].every(isThere);
  return meaning.type === "present" ? meaning.present : meaning.type !== "other";
}

const has = (whole: string, part: string): boolean => whole.includes(part);
const starts = (whole: string, part: string): boolean => whole.startsWith(part);
const ends = (whole: string, part: string): boolean => whole.endsWith(part);

/** How a word of the later text comparison must carry one of the earlier, by the modes of both. */
function carrierOf(later: Of<"words">["mode"], earlier: Of<"words">["mode"]): typeof has | undefined {
  if (earlier === "any" || earlier === "all") return has;
  // A negation stands before an occurrence: only a word at the same place is as unnegated as the other.
  if (earlier === "unnegated") return later === "unnegated" || later === "start" ? starts : undefined;
  if (earlier === "start") return later === "start" ? starts : undefined;
  return later === "end" ? ends : undefined;
}

function wordsImply(later: Of<"words">, earlier: Of<"words">): boolean {
  const carries = carrierOf(later.mode, earlier.mode);
  if (!carries) return false;
  const every = later.mode === "all";
  const given = (word: string): boolean =>
    every ? later.words.some((one) => carries(one, word)) : later.words.every((one) => carries(one, word));
  if (earlier.mode === "all") return earlier.words.every(given);
  return every
    ? earlier.words.some(given)
    : later.words.every((one) => earlier.words.some((word) => carries(one, word)));
}

const isSubset = (part: ReadonlySet<Json>, whole: ReadonlySet<Json>): boolean =>
  [...part].every((value) => whole.has(value));

function itemsImply(later: Of<"items">, earlier: Of<"items">): boolean {
  if (later.mode === "some") return earlier.mode === "some" && isSubset(later.values, earlier.values);
  return earlier.mode === "every"
    ? isSubset(earlier.values, later.values)
    : [...later.values].some((value) => earlier.values.has(value));
}

const rangeImplies = (later: Range, earlier: Range): boolean =>
  later.scale === earlier.scale &&
  (later.from > earlier.from || (later.from === earlier.from && (later.openFrom || !earlier.openFrom))) &&
  (later.to < earlier.to || (later.to === earlier.to && (later.openTo || !earlier.openTo)));

function meaningImplies(later: Meaning, earlier: Meaning): boolean {
  if (later.type === "values" && !later.negated)
    return [...later.values].every((value) => holdsFor(earlier, value) === true);
  if (earlier.type === "present" && earlier.present) return needsValue(later);
  if (earlier.type === "values" && earlier.negated) return excludes(later, earlier);
  if (later.type === "words" && earlier.type === "words") return wordsImply(later, earlier);
  if (later.type === "items" && earlier.type === "items") return itemsImply(later, earlier);
  return later.type === "range" && earlier.type === "range" && rangeImplies(later, earlier);
}

/** Whether a fact for which `later` holds is none of the values. */
function excludes(later: Meaning, { values }: Of<"values">): boolean {
  if (later.type === "values") return later.negated && isSubset(values, later.values);
  if (later.type === "present") return !later.present && [...values].every(isThere);
  return (
    later.type === "range" && [...values].every((value) => typeof value === "number" && !inside(later, value))
  );
}

/** Equal comparisons imply each other by what they mean, but for those that say too little for a rule above. */
const isOpaque = ({ type }: Meaning): boolean => type === "other" || type === "present";

/** True when `earlier` holds wherever `later` does. */
export const leafImplies = (later: Literal, earlier: Literal): boolean =>
  later.subject === earlier.subject &&
  (meaningImplies(later.meaning, earlier.meaning) || (isOpaque(earlier.meaning) && later.id === earlier.id));
