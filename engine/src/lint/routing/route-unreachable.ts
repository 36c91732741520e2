/** Routes that no ticket takes, because an earlier one takes all of theirs. */
import { type Finding, finding, type Route } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { holdsAlways } from "../conditions/always.ts";
import { findShadows } from "../conditions/shadows.ts";
import { removal } from "../fixes.ts";
import type { RouteList, RouteListRule } from "../route-lists.ts";
import type { LintContext } from "../rule.ts";

function check({ routes, path: list }: RouteList, { propositions }: LintContext): readonly Finding[] {
  const isOpen = ({ when }: Route) => when === undefined || holdsAlways(propositions.read(when));
  const last = routes.findIndex(isOpen);
  const conditional = last < 0 ? routes : routes.slice(0, last);
  const entries = conditional.flatMap(({ when }) =>
    when === undefined
      ? []
      : [{ when: propositions.read(when), ends: true, from: 0, until: Number.POSITIVE_INFINITY }],
  );
  const by = new Map(findShadows(entries));
  if (last >= 0) for (let index = last + 1; index < routes.length; index += 1) by.set(index, last);
  return [...by].map(([later, earlier]) => {
    const { name, id = "" } = routes[earlier] ?? {};
    const path = at(list, later);
    const fix = removal(path, "remove-route");
    const values = { number: earlier + 1, name: name || id };
    return finding("warning", path, "routing.route-unreachable", values, fix);
  });
}

export const routeUnreachable: RouteListRule = { id: "route-unreachable", check };
