/** Routes, steps and pools in words. */
import type { GroupStep, Pool, Route, RoutingSpec, RoutingStep } from "@sluice/schemas";
import type { TFunction } from "i18next";
import type { Vocabulary } from "../../conditions/vocabulary.ts";
import type { RoutingDocument } from "../../editor/routing/routes.ts";
import { inLanguage, type Names } from "../../explain/names.ts";
import { durationText } from "../../fields/parse-duration-text.ts";

/** A span of wall-clock time: `10 分`, `7 天`. */
export const spanText = (iso: string, t: TFunction): string => durationText(iso, t, "elapsed");

export const routeName = ({ name, id }: Pick<Route, "name" | "id">): string => name || id;

export const poolName = ({ pools }: RoutingSpec, key: string): string =>
  (Object.hasOwn(pools, key) ? pools[key]?.name : undefined) || key;

/** What a step is called on its card. */
export function stepName(step: RoutingStep, spec: RoutingSpec, names: Names, t: TFunction): string {
  if ("sticky" in step) return t("routing.step.sticky");
  return "pool" in step ? poolName(spec, step.pool) : names.group(step.group);
}

export const strategyOf = (step: GroupStep): string => step.strategy ?? "least-loaded";

/** A strategy by the catalog's label. */
export function strategyName(id: string, vocabulary: Vocabulary, language: string): string {
  const found = vocabulary.catalog.strategies.find((strategy) => strategy.id === id);
  return found ? inLanguage(found.label, language) : id;
}

export function skillName(key: string, vocabulary: Vocabulary, language: string): string {
  const found = vocabulary.skills.find((skill) => skill.key === key);
  return found ? inLanguage(found.label, language) : key;
}

/** `退换、物流 ≥ 3`: level 1 is what having a skill means. */
export const skillsText = (
  { skills = [] }: GroupStep,
  vocabulary: Vocabulary,
  t: TFunction,
  language: string,
): readonly string[] =>
  skills.map(({ skill, level = 1 }) => {
    const name = skillName(skill, vocabulary, language);
    return level > 1
      ? t("routing.step.skillAt", { skill: name, level })
      : t("routing.step.skill", { skill: name });
  });

export const isForEveryone = ({ groups = ["*"] }: Pool): boolean => groups.includes("*");

/** Who may claim from a pool. */
export const claimersText = (pool: Pool, names: Names, t: TFunction): string =>
  isForEveryone(pool) ? t("routing.step.everyone") : (pool.groups ?? []).map(names.group).join(", ");

/** A human name for a place in a policy; empty where the general one will do. */
export function placeName({ spec }: RoutingDocument, path: string, t: TFunction): string {
  const [, , list = "", item = "", inner, at] = path.split("/");
  if (list === "pools" && item !== "") return t("routing.place.pool", { name: poolName(spec, item) });
  const route = list === "routes" ? spec.routes[Number(item)] : undefined;
  if (!route || inner !== "steps" || at === undefined) return "";
  return t("routing.place.step", { route: routeName(route), place: Number(at) + 1 });
}
