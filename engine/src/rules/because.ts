/** Why a rule matched: the leaves that made it true, small enough to keep with every decision. */
import type { ConditionTrace, Json, LeafTrace, TextMatch } from "@sluice/schemas";

/** Sizes of what is stored with a decision; `shownMatches` are those of a whole trace that is shown. */
export const becauseLimits = { leaves: 20, matches: 20, text: 200, items: 12, shownMatches: 10_000 } as const;

/**
 * The leaves on which the result rests: under a true `all` and `any` the true children, under a false one the
 * false ones, turned over by `not`.
 */
function decisiveLeaves(trace: ConditionTrace, found: LeafTrace[]): void {
  if (found.length >= becauseLimits.leaves) return;
  if (trace.type === "leaf") {
    found.push(trace);
    return;
  }
  if (trace.type === "not") decisiveLeaves(trace.children[0], found);
  else for (const child of trace.children) if (child.result === trace.result) decisiveLeaves(child, found);
}

/** Cuts a long text to the part around its first match; positions stay those of the whole text. */
function shortenText(text: string, first: TextMatch | undefined): string {
  const { text: limit } = becauseLimits;
  if (text.length <= limit) return text;
  const room = limit - 2;
  const start = Math.max(0, Math.min((first?.start ?? 0) - Math.floor(room / 4), text.length - room));
  const end = start + room;
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}

function shortenValue(value: Json, first?: TextMatch): Json {
  if (typeof value === "string") return shortenText(value, first);
  if (Array.isArray(value)) return value.slice(0, becauseLimits.items).map((item) => shortenValue(item));
  if (value === null || typeof value !== "object") return value;
  const written = JSON.stringify(value);
  return written.length <= becauseLimits.text ? value : shortenText(written, undefined);
}

/** Of a list of keywords only those that were found say why; a ruleset's lists are long and in the document. */
function shortenExpected(expected: Json, matches: readonly TextMatch[] | undefined): Json {
  if (!Array.isArray(expected) || !matches || matches.length === 0) return shortenValue(expected);
  return [...new Set(matches.map(({ keyword }) => keyword))];
}

/** A leaf as it is stored: its actual value shortened to about 200 characters, at most 20 matches. */
export function shortenLeaf(leaf: LeafTrace): LeafTrace {
  const matches = leaf.matches?.slice(0, becauseLimits.matches);
  return {
    ...leaf,
    expected: shortenExpected(leaf.expected, matches),
    actual: shortenValue(leaf.actual, matches?.[0]),
    ...(matches ? { matches } : {}),
  };
}

/**
 * Leaves as they are shown: what one asks stays whole, the value that it saw is shortened. The matches of a trace are a
 * few thousand together: each leaf has its first one still, and only the leaves at the end of a very large trace no more.
 */
export function createActualShortener(): (leaf: LeafTrace) => LeafTrace {
  let left: number = becauseLimits.shownMatches;
  return (leaf) => {
    const matches = leaf.matches?.slice(0, Math.max(1, left));
    left -= matches?.length ?? 0;
    return { ...leaf, actual: shortenValue(leaf.actual, matches?.[0]), ...(matches ? { matches } : {}) };
  };
}

/** A whole trace with its leaves shortened. */
export function shortenTrace(trace: ConditionTrace, shorten = shortenLeaf): ConditionTrace {
  if (trace.type === "leaf") return shorten(trace);
  if (trace.type === "not") return { ...trace, children: [shortenTrace(trace.children[0], shorten)] };
  return { ...trace, children: trace.children.map((child) => shortenTrace(child, shorten)) };
}

/** The decisive leaves of a trace, at most 20, shortened. */
export function becauseOf(trace: ConditionTrace): readonly LeafTrace[] {
  const found: LeafTrace[] = [];
  decisiveLeaves(trace, found);
  return found.map(shortenLeaf);
}
