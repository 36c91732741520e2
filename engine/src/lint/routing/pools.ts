/** Pools that nobody may claim from. */
import { finding } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { replacement } from "../fixes.ts";
import { membersOf } from "../members.ts";
import type { LintRule } from "../rule.ts";

export const pools: LintRule<"routing"> = {
  id: "pools",
  check: ({ spec }, context) =>
    Object.entries(spec.pools).flatMap(([key, { groups = ["*"] }]) => {
      const open = groups.includes("*") || groups.some((group) => membersOf(group, context).length > 0);
      const path = at("/spec/pools", key, "groups");
      const fix = replacement(path, ["*"], "open-pool");
      return open ? [] : [finding("warning", path, "routing.pool-unclaimable", {}, fix)];
    }),
};
