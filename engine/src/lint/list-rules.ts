/** Advice about ordered lists, wherever a document has such a list. */
import { duplicate } from "./classification/duplicate.ts";
import { givesNothing } from "./classification/gives-nothing.ts";
import { inactive } from "./classification/inactive.ts";
import { overruled } from "./classification/overruled.ts";
import { shadowed } from "./classification/shadowed.ts";
import type { RouteListRule } from "./route-lists.ts";
import { people } from "./routing/people.ts";
import { routeUnreachable } from "./routing/route-unreachable.ts";
import { stepOrder } from "./routing/step-order.ts";
import type { RuleListRule } from "./rule-lists.ts";

/** About lists of classification rules. */
export const ruleListRules: readonly RuleListRule[] = [
  shadowed,
  overruled,
  duplicate,
  givesNothing,
  inactive,
];

/** About lists of routes. */
export const routeListRules: readonly RouteListRule[] = [routeUnreachable, stepOrder, people];
