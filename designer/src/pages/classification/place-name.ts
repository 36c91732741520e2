/** Places of a ruleset as people say them: `规则《退换货》 · 条件`. */
import type { SluiceDocument } from "@sluice/schemas";
import type { TFunction } from "i18next";
import { stepsOf } from "../../document/place-name.ts";
import { ruleName } from "../../editor/classification/rule.ts";

const parts: Readonly<Record<string, "when" | "then" | "active" | "enabled">> = {
  when: "when",
  then: "then",
  activeFrom: "active",
  activeUntil: "active",
  enabled: "enabled",
};

/** Empty for a place that the general words say well enough. */
export function classificationPlace(
  { spec }: SluiceDocument<"classification">,
  path: string,
  t: TFunction,
): string {
  const [root, list, index, part = ""] = stepsOf(path);
  if (root !== "spec") return "";
  if (list === "otherwise") return t("classification.place.otherwise");
  if (list === "mode" || list === "priority" || list === "reclassify")
    return t("classification.place.policy");
  const rule = list === "rules" ? spec.rules[Number(index)] : undefined;
  if (rule === undefined) return "";
  const named = t("classification.place.rule", { name: ruleName(rule) });
  const known = parts[part];
  if (known === undefined) return named;
  return t("classification.place.part", { rule: named, part: t(`classification.place.${known}`) });
}
