/** Who there is to take a ticket: groups without members, skills that nobody has, pools that nobody may claim from. */
import {
  type Agent,
  type Finding,
  finding,
  type GroupStep,
  type Label,
  type SkillNeed,
  type SluiceDocument,
} from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import type { LintContext, LintRule } from "../rule.ts";

const membersOf = (group: string, { options }: LintContext): readonly Agent[] =>
  options.people.agents.filter((agent) => agent.groups.includes(group));

/** `undefined` for a group that nobody has founded: check says so. */
const groupLabel = (group: string, { options }: LintContext): Label | undefined =>
  options.people.groups.find(({ key }) => key === group)?.label;

const holds = ({ skills }: Agent, needs: readonly SkillNeed[]): boolean =>
  needs.every(({ skill, level = 1 }) => (skills?.[skill] ?? 0) >= level);

function skillNames(needs: readonly SkillNeed[], { options }: LintContext): Label {
  const labels = needs.map(({ skill, level = 1 }) => {
    const label = options.people.skills.find(({ key }) => key === skill)?.label;
    return { zh: `${label?.zh ?? skill} ≥ ${level}`, en: `${label?.en ?? skill} ≥ ${level}` };
  });
  return { zh: labels.map(({ zh }) => zh).join("、"), en: labels.map(({ en }) => en).join(", ") };
}

function checkStep(step: GroupStep, path: string, context: LintContext): readonly Finding[] {
  const group = groupLabel(step.group, context);
  if (!group) return [];
  const members = membersOf(step.group, context);
  if (members.length === 0) return [finding("warning", at(path, "group"), "routing.group-empty", { group })];
  const needs = step.skills ?? [];
  if (members.some((agent) => holds(agent, needs))) return [];
  return [
    finding("warning", at(path, "skills"), "routing.skill-missing", {
      group,
      skills: skillNames(needs, context),
    }),
  ];
}

function checkPools({ spec }: SluiceDocument<"routing">, context: LintContext): readonly Finding[] {
  return Object.entries(spec.pools).flatMap(([key, { groups = ["*"] }]) => {
    const open = groups.includes("*") || groups.some((group) => membersOf(group, context).length > 0);
    return open ? [] : [finding("warning", at("/spec/pools", key, "groups"), "routing.pool-unclaimable")];
  });
}

function check(document: SluiceDocument<"routing">, context: LintContext): readonly Finding[] {
  const steps = document.spec.routes.flatMap((route, index) =>
    route.steps.flatMap((step, place) =>
      "group" in step ? checkStep(step, at("/spec/routes", index, "steps", place), context) : [],
    ),
  );
  return [...steps, ...checkPools(document, context)];
}

export const people: LintRule<"routing"> = { id: "people", check };
