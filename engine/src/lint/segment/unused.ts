/** A segment that no document refers to. */
import { type Condition, finding } from "@sluice/schemas";
import { conditionPlacesOf } from "../condition-places.ts";
import type { LintRule } from "../rule.ts";

function refersTo(root: Condition, key: string): boolean {
  const open = [root];
  for (let when = open.pop(); when !== undefined; when = open.pop()) {
    if ("condition" in when && when.condition === key) return true;
    if ("not" in when) open.push(when.not);
    else if ("all" in when) open.push(...when.all);
    else if ("any" in when) open.push(...when.any);
  }
  return false;
}

export const unused: LintRule<"segment"> = {
  id: "unused",
  check: ({ key }, { documents }) => {
    const others = documents.filter((one) => one.kind !== "segment" || one.key !== key);
    const used = others.some((one) => conditionPlacesOf(one).some(({ when }) => refersTo(when, key)));
    return used ? [] : [finding("info", "/key", "segment.unused")];
  },
};
