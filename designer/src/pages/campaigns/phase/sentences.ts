/** Rules and routes of a phase as sentences. */
import type { ClassificationOutcome, ClassificationRule, Route, RoutingStep } from "@sluice/schemas";
import type { TFunction } from "i18next";
import { conditionSentence } from "../../../conditions/condition-sentence.ts";
import type { Vocabulary } from "../../../conditions/vocabulary.ts";
import type { Names } from "../../../explain/names.ts";
import { durationText } from "../../../fields/parse-duration-text.ts";

export interface Telling {
  readonly t: TFunction;
  readonly language: string;
  readonly vocabulary: Vocabulary;
  readonly names: Names;
}

function outcomeText(
  { addTags = [], category, priority }: ClassificationOutcome,
  { t, names }: Telling,
): string {
  const parts = [
    ...(addTags.length > 0 ? [t("campaign.rules.tags", { tags: addTags.join(" ") })] : []),
    ...(category === undefined ? [] : [names.category(category)]),
    ...(priority === undefined ? [] : [priority]),
  ];
  return parts.length > 0 ? parts.join(" · ") : t("campaign.rules.nothing");
}

/** `如果 标题或内容 含任一 尾款 → 标签 双11 · 定金尾款 · P2`. */
export function ruleSentence(rule: ClassificationRule, telling: Telling): string {
  const { t, vocabulary, language } = telling;
  const when = conditionSentence(rule.when, vocabulary, language);
  return t("campaign.rules.sentence", { when, then: outcomeText(rule.then, telling) });
}

function stepText(step: RoutingStep, { t, names }: Telling): string {
  if ("pool" in step) return t("campaign.routes.toPool", { name: names.pool(step.pool) });
  if ("sticky" in step) return t("campaign.routes.sticky", { span: durationText(step.sticky, t, "elapsed") });
  const name = names.group(step.group);
  return step.timeout === undefined
    ? t("campaign.routes.toGroup", { name })
    : t("campaign.routes.toGroupFor", { name, timeout: durationText(step.timeout, t, "elapsed") });
}

/** `如果 优先级 属于 P2、P3 → 进「紧急领取池」`. */
export function routeSentence({ when, steps }: Route, telling: Telling): string {
  const { t, vocabulary, language } = telling;
  return t("campaign.routes.sentence", {
    when: conditionSentence(when, vocabulary, language),
    steps: steps.map((step) => stepText(step, telling)).join(t("campaign.routes.then")),
  });
}
