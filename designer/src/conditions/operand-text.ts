/** The right-hand side of a comparison as people read it: names for ids, lists cut short, other facts in brackets. */
import type { FactDefinition, FactReference, Json } from "@sluice/schemas";
import type { TFunction } from "i18next";
import type { Names } from "../explain/names.ts";
import { inLanguage } from "../explain/names.ts";
import { valueText } from "../explain/value-text.ts";
import { durationText } from "../fields/parse-duration-text.ts";
import { formatInstant } from "../format/instant.ts";
import { parseOperator } from "./operator-choice.ts";
import { isReference, valueKind } from "./value-kind.ts";
import { factOf, namesOf, type Vocabulary } from "./vocabulary.ts";

/** What it takes to say something of a vocabulary in a language. */
export interface Speaker {
  readonly vocabulary: Vocabulary;
  readonly t: TFunction;
  readonly language: string;
  /** Epoch ms: what instants are shortened by. */
  readonly now: number;
}

/** Items of a list that are said; the rest is counted. */
const mostItems = 3;

const labelOfOption = (
  value: Json,
  fact: FactDefinition | undefined,
  language: string,
): string | undefined => {
  const option = fact?.options?.find((one) => one.value === value);
  return option && inLanguage(option.label, language);
};

function oneText(value: Json, fact: string, names: Names, { vocabulary, t, language }: Speaker): string {
  return labelOfOption(value, factOf(vocabulary, fact), language) ?? valueText(value, fact, names, t);
}

function listText(value: readonly Json[], say: (item: Json) => string, t: TFunction): string {
  const items = value.slice(0, mostItems).map(say).join(t("conditions.sentence.join"));
  return value.length <= mostItems ? items : t("conditions.sentence.more", { items, total: value.length });
}

/** `退款、退货 等 12 个`, `淘宝`, `3 天`, `〔年消费额〕`. */
export function operandText(
  value: Json | FactReference,
  fact: string,
  operator: string,
  speaker: Speaker,
): string {
  const { vocabulary, t, language, now } = speaker;
  const names = namesOf(vocabulary, t, language);
  if (isReference(value)) return t("conditions.sentence.fact", { fact: names.fact(value.fact) });
  const kind = valueKind(parseOperator(operator, vocabulary.catalog), factOf(vocabulary, fact));
  const instant = (at: Json) => formatInstant(String(at), language, vocabulary.timezone, now);
  if (kind === "duration" && typeof value === "string") return durationText(value, t, "elapsed");
  if (kind === "calendar")
    return vocabulary.calendars.find(({ key }) => key === value)?.name ?? calendarText(String(value), t);
  if (kind === "instant" && typeof value === "string") return instant(value);
  if (Array.isArray(value) && value.length === 2 && (kind === "instantRange" || kind === "numberRange")) {
    const say = kind === "instantRange" ? instant : String;
    return t("conditions.sentence.span", { from: say(value[0] ?? ""), to: say(value[1] ?? "") });
  }
  const say = (item: Json) => oneText(item, fact, names, speaker);
  return Array.isArray(value) ? listText(value, say, t) : say(value as Json);
}

const calendarText = (key: string, t: TFunction): string =>
  key === "24x7" ? t("fields.picker.always") : key;

/** An operator as a short verb, decorators before it. */
export function operatorText(operator: string, { vocabulary, t, language }: Speaker): string {
  const { decorators, definition } = parseOperator(operator, vocabulary.catalog);
  const names = namesOf(vocabulary, t, language);
  const verb = definition === undefined ? operator : names.operator(definition.id);
  if (definition === undefined) return verb;
  return decorators.reduceRight((inner, id) => {
    if (id === "not") return t("conditions.sentence.not", { what: inner });
    const label = vocabulary.catalog.decorators.find((one) => one.id === id)?.label;
    return t("conditions.decorated", {
      decorator: label ? inLanguage(label, language) : id,
      operator: inner,
    });
  }, verb);
}

/** What a test run saw a fact to be. */
export function seenText(actual: Json, fact: string, speaker: Speaker): string {
  const { vocabulary, t, language, now } = speaker;
  const known = factOf(vocabulary, fact);
  if (known?.type === "instant" && (typeof actual === "number" || typeof actual === "string"))
    return formatInstant(actual, language, vocabulary.timezone, now);
  if (Array.isArray(actual)) return listText(actual, (item) => seenText(item, fact, speaker), t);
  return oneText(actual, fact, namesOf(vocabulary, t, language), speaker);
}
