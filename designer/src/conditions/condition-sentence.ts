/**
 * A condition as a readable sentence of bounded length, for cards and tooltips:
 * `客户说的话 含任一 退款、退货 且 渠道 属于 淘宝`.
 */
import type { Condition, ConditionLeaf } from "@sluice/schemas";
import type { Language } from "../app/preferences.ts";
import { inSentence } from "../explain/in-sentence.ts";
import { languageInstance } from "../messages/language.ts";
import { operandText, operatorText, type Speaker } from "./operand-text.ts";
import { namesOf, type Vocabulary } from "./vocabulary.ts";

/** Parts of a list that are said; the rest is counted. */
const mostParts = 4;
/** Levels of lists that are said; deeper ones are counted. */
const mostLevels = 3;

const instances = new Map<Language, ReturnType<typeof languageInstance>>();

/** The texts of a language; made once. */
function textsOf(language: Language) {
  const instance = instances.get(language) ?? languageInstance(language);
  instances.set(language, instance);
  return instance.t;
}

function leafSentence({ fact, operator, value, path }: ConditionLeaf, speaker: Speaker): string {
  const { t, vocabulary, language } = speaker;
  const named = inSentence(namesOf(vocabulary, t, language).fact(fact));
  const name = path === undefined || path === "$" ? named : `${named} ${path.slice(1)}`;
  if (operator === "isPresent" && typeof value === "boolean")
    return t(`conditions.sentence.${value ? "present" : "absent"}`, { fact: name });
  return t("conditions.sentence.leaf", {
    fact: name,
    operator: operatorText(operator, speaker),
    value: operandText(value, fact, operator, speaker),
  });
}

function listSentence(
  children: readonly Condition[],
  joint: "and" | "or",
  speaker: Speaker,
  level: number,
): string {
  const { t } = speaker;
  const said = children.slice(0, level > mostLevels ? 1 : mostParts).map((child) => {
    const text = sentence(child, speaker, level + 1);
    const nested = ("all" in child && child.all.length > 1) || ("any" in child && child.any.length > 1);
    return nested ? t("conditions.sentence.brackets", { what: text }) : text;
  });
  const parts = said.join(t(`conditions.sentence.${joint}`));
  return said.length === children.length
    ? parts
    : t("conditions.sentence.moreParts", { parts, total: children.length });
}

function sentence(condition: Condition, speaker: Speaker, level: number): string {
  const { t, vocabulary } = speaker;
  if ("all" in condition) return listSentence(condition.all, "and", speaker, level);
  if ("any" in condition) return listSentence(condition.any, "or", speaker, level);
  if ("condition" in condition) {
    const segment = vocabulary.segments.find(({ key }) => key === condition.condition);
    return t("conditions.sentence.segment", { name: segment?.name ?? condition.condition });
  }
  if ("not" in condition) {
    const what = sentence(condition.not, speaker, level);
    const list = "all" in condition.not || "any" in condition.not;
    return t("conditions.sentence.not", {
      what: list ? t("conditions.sentence.brackets", { what }) : what,
    });
  }
  return leafSentence(condition, speaker);
}

/** The condition in words; none is "always". */
export function conditionSentence(
  condition: Condition | null | undefined,
  vocabulary: Vocabulary,
  language: string,
  now = Date.now(),
): string {
  const spoken: Language = language.startsWith("zh") ? "zh-CN" : "en";
  const t = textsOf(spoken);
  if (condition === undefined || condition === null) return t("conditions.sentence.always");
  return sentence(condition, { vocabulary, t, language: spoken, now }, 1);
}
