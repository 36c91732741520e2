/**
 * An index for proofs. Each condition that may cover later ones is filed under tokens; a later condition is looked
 * up by probes. Whenever `implies(later, earlier)` can succeed, one of the later's probes meets a token of the
 * earlier, so pairs that do not meet need no proof. By induction over the rules of `implies`: a conjunction that
 * covers has to cover with each of its parts (the tokens of one part are enough), and a disjunction that is covered
 * has to be covered in each of its parts (the probes of one are enough).
 */
import { normaliseText } from "../../rules/text/normalise.ts";
import type { Literal, Proposition } from "./proposition.ts";

/** A word or a value of one subject, or something else that only equals itself. */
interface Token {
  readonly shelf: string;
  readonly key: unknown;
}

/** Meets the token of that key or, `within` a text, the token of any part of it. */
type Probe = Token | { readonly shelf: string; readonly within: string };

/** The shelf of comparisons that can follow from several others of the same subject. */
const general = (subject: string): Token => ({ shelf: `x ${subject}`, key: "" });

const longest = (words: readonly string[]): readonly string[] => [
  words.reduce((best, word) => (word.length > best.length ? word : best), ""),
];

/** What a comparison that covers others is filed under. */
function tokensOfLiteral({ subject, id, meaning }: Literal): readonly Token[] {
  switch (meaning.type) {
    case "words": {
      const words = meaning.mode === "all" ? longest(meaning.words) : meaning.words;
      return words.map((key) => ({ shelf: `w ${subject}`, key }));
    }
    case "values":
      if (meaning.negated) return [general(subject)];
      return [...meaning.values].map((key) => ({ shelf: `v ${subject}`, key }));
    case "items": {
      const values = meaning.mode === "every" ? [...meaning.values].slice(0, 1) : [...meaning.values];
      return values.map((key) => ({ shelf: `i ${subject}`, key }));
    }
    case "other":
      return [{ shelf: "=", key: id }];
    default:
      return [general(subject)];
  }
}

/** What can cover a comparison meets one of these. */
function probesOfLiteral({ subject, id, meaning }: Literal): readonly Probe[] {
  const shelf = `w ${subject}`;
  const first = <T>(all: Iterable<T>, every: boolean): readonly T[] =>
    every ? [...all] : [...all].slice(0, 1);
  switch (meaning.type) {
    case "words": {
      const words = first(meaning.words, meaning.mode === "all");
      return [...words.map((within) => ({ shelf, within })), general(subject)];
    }
    case "values": {
      if (meaning.negated) return [general(subject)];
      const values = first(meaning.values, false).flatMap((key): Probe[] => [
        { shelf: `v ${subject}`, key },
        ...(typeof key === "string" ? [{ shelf, within: normaliseText(key) }] : []),
      ]);
      return [...values, general(subject)];
    }
    case "items": {
      const values = first(meaning.values, meaning.mode === "every");
      return [...values.map((key) => ({ shelf: `i ${subject}`, key })), general(subject)];
    }
    case "other":
      return [{ shelf: "=", key: id }];
    default:
      return [general(subject)];
  }
}

/** Denials are found by what they deny: any comparison of the same subject. */
function denials(when: Proposition): readonly Token[] {
  if (when.type === "leaf") return [{ shelf: "not", key: when.subject }];
  return when.type === "not" ? denials(when.child) : when.children.flatMap(denials);
}

function probesOf(when: Proposition): readonly Probe[] {
  if (when.type === "leaf") return probesOfLiteral(when);
  if (when.type === "not") return denials(when.child);
  const lists = when.children.map(probesOf);
  if (when.type === "all") return lists.flat();
  return lists.reduce((best, list) => (list.length < best.length ? list : best));
}

/** What comes later in a text is not looked up: a keyword is a few characters long. */
const longestText = 200;

/** The entries filed under each key, and the lengths of the keys that are words, by how they begin. */
class Shelf {
  readonly #filed = new Map<unknown, number[]>();
  readonly #lengths = new Map<number, number[]>();

  add(key: unknown, entry: number): void {
    const filed = this.#filed.get(key);
    if (filed) filed.push(entry);
    else this.#file(key, entry);
  }

  #file(key: unknown, entry: number): void {
    this.#filed.set(key, [entry]);
    if (typeof key !== "string") return;
    const first = key.charCodeAt(0);
    const lengths = this.#lengths.get(first);
    if (!lengths) this.#lengths.set(first, [key.length]);
    else if (!lengths.includes(key.length)) lengths.push(key.length);
  }

  at(key: unknown): readonly number[] {
    return this.#filed.get(key) ?? [];
  }

  *within(whole: string): Generator<number> {
    const text = whole.slice(0, longestText);
    for (let from = 0; from < text.length; from += 1)
      for (const length of this.#lengths.get(text.charCodeAt(from)) ?? [])
        if (from + length <= text.length) yield* this.at(text.slice(from, from + length));
  }
}

export class ProofIndex {
  readonly #shelves = new Map<string, Shelf>();

  /** Files a condition that may cover later ones, where it is least crowded. */
  add(entry: number, when: Proposition): void {
    for (const { shelf: name, key } of this.#tokensOf(when)) {
      const shelf = this.#shelves.get(name) ?? new Shelf();
      this.#shelves.set(name, shelf);
      shelf.add(key, entry);
    }
  }

  /** The entries that may cover a condition; some of them more than once. */
  *find(when: Proposition): Generator<number> {
    if (this.#shelves.size === 0) return;
    for (const probe of probesOf(when)) {
      const shelf = this.#shelves.get(probe.shelf);
      if (!shelf) continue;
      yield* "within" in probe ? shelf.within(probe.within) : shelf.at(probe.key);
    }
  }

  #tokensOf(when: Proposition): readonly Token[] {
    if (when.type === "leaf") return tokensOfLiteral(when);
    if (when.type === "not") return denials(when.child);
    const lists = when.children.map((child) => this.#tokensOf(child));
    if (when.type === "any") return lists.flat();
    return lists.reduce((best, list) => (this.#crowd(list) < this.#crowd(best) ? list : best));
  }

  #crowd(tokens: readonly Token[]): number {
    return tokens.reduce((sum, { shelf, key }) => sum + (this.#shelves.get(shelf)?.at(key).length ?? 0), 0);
  }
}
