/** Who there is to take a ticket of a route: groups without members, skills that nobody has. */
import {
  type Agent,
  type Finding,
  type FindingFix,
  finding,
  type GroupStep,
  type Label,
  type Route,
  type SkillNeed,
} from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { removal, replacement } from "../fixes.ts";
import { groupLabel, membersOf } from "../members.ts";
import type { RouteListRule } from "../route-lists.ts";
import type { LintContext } from "../rule.ts";

const levelOf = ({ skills }: Agent, { skill }: SkillNeed): number => skills?.[skill] ?? 0;

const holds = (agent: Agent, needs: readonly SkillNeed[]): boolean =>
  needs.every((need) => levelOf(agent, need) >= (need.level ?? 1));

function skillNames(needs: readonly SkillNeed[], { options }: LintContext): Label {
  const labels = needs.map(({ skill, level = 1 }) => {
    const label = options.people.skills.find(({ key }) => key === skill)?.label;
    return { zh: `${label?.zh ?? skill} ≥ ${level}`, en: `${label?.en ?? skill} ≥ ${level}` };
  });
  return { zh: labels.map(({ zh }) => zh).join("、"), en: labels.map(({ en }) => en).join(", ") };
}

/** What the member who comes closest can do of it. */
function withinReach(needs: readonly SkillNeed[], members: readonly Agent[]): readonly SkillNeed[] {
  const ofMember = (agent: Agent): readonly SkillNeed[] =>
    needs.flatMap((need) => {
      const level = Math.min(need.level ?? 1, levelOf(agent, need));
      return level > 0 ? [{ ...need, level }] : [];
    });
  const sum = (list: readonly SkillNeed[]) => list.reduce((total, { level = 1 }) => total + level, 0);
  return members.map(ofMember).reduce((best, each) => (sum(each) > sum(best) ? each : best), []);
}

/** The only step of a route stays. */
const withoutStep = ({ steps }: Route, path: string): FindingFix | undefined =>
  steps.length > 1 ? removal(path, "drop-step") : undefined;

function checkStep(step: GroupStep, route: Route, path: string, context: LintContext): readonly Finding[] {
  const group = groupLabel(step.group, context);
  if (!group) return [];
  const members = membersOf(step.group, context);
  if (members.length === 0) {
    const fix = withoutStep(route, path);
    return [finding("warning", at(path, "group"), "routing.group-empty", { group }, fix)];
  }
  const needs = step.skills ?? [];
  if (members.some((agent) => holds(agent, needs))) return [];
  const place = at(path, "skills");
  const fix = replacement(place, withinReach(needs, members), "lower-skills");
  return [
    finding("warning", place, "routing.skill-missing", { group, skills: skillNames(needs, context) }, fix),
  ];
}

export const people: RouteListRule = {
  id: "people",
  check: ({ routes, path }, context) =>
    routes.flatMap((route, index) =>
      route.steps.flatMap((step, place) =>
        "group" in step ? checkStep(step, route, at(path, index, "steps", place), context) : [],
      ),
    ),
};
