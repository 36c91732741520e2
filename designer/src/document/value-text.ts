/** Values of documents as short texts: conditions as sentences, durations in words, things by their names. */
import type { Condition } from "@sluice/schemas";
import type { TFunction } from "i18next";
import type { Language } from "../app/preferences.ts";
import { conditionSentence } from "../conditions/condition-sentence.ts";
import type { Vocabulary } from "../conditions/vocabulary.ts";
import { durationText } from "../fields/parse-duration-text.ts";

const longest = 160;

/** A value as short text: words as they are, everything else as JSON. */
export function shortText(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

const isDuration = (text: string): boolean => /^-?P(?:\d+D|T\d)/.test(text);

const isCondition = (value: object): value is Condition =>
  ["fact", "all", "any", "not", "condition"].some((name) => Object.hasOwn(value, name));

/** What values are said with. */
export interface ValueSpeaker {
  readonly t: TFunction;
  readonly vocabulary: Vocabulary;
  readonly language: Language;
}

/** A value as people say it; what was added or removed as a whole is called by its name where it has one. */
export function valueText(value: unknown, { t, vocabulary, language }: ValueSpeaker): string {
  if (typeof value === "string" && isDuration(value)) return durationText(value, t);
  if (typeof value === "boolean") return t(value ? "words.yes" : "words.no");
  if (typeof value !== "object" || value === null) return shortText(value);
  if (isCondition(value)) return conditionSentence(value, vocabulary, language);
  const { name, id } = value as { readonly name?: unknown; readonly id?: unknown };
  const own = [name, id].find((word) => typeof word === "string" && word !== "");
  return own === undefined ? shortText(value) : String(own);
}
