/** Every operator, in the order in which pickers show them. A test compares this list with the folder. */
import type { Operator } from "./operator.ts";
import { after } from "./operators/after.ts";
import { before } from "./operators/before.ts";
import { between } from "./operators/between.ts";
import { contains } from "./operators/contains.ts";
import { containsAllText } from "./operators/contains-all-text.ts";
import { containsAnyText } from "./operators/contains-any-text.ts";
import { containsText } from "./operators/contains-text.ts";
import { containsUnnegatedText } from "./operators/contains-unnegated-text.ts";
import { doesNotContain } from "./operators/does-not-contain.ts";
import { endsWith } from "./operators/ends-with.ts";
import { equal } from "./operators/equal.ts";
import { greaterThan } from "./operators/greater-than.ts";
import { greaterThanInclusive } from "./operators/greater-than-inclusive.ts";
import { isIn } from "./operators/in.ts";
import { includesAll } from "./operators/includes-all.ts";
import { intersects } from "./operators/intersects.ts";
import { isPresent } from "./operators/is-present.ts";
import { lessThan } from "./operators/less-than.ts";
import { lessThanInclusive } from "./operators/less-than-inclusive.ts";
import { matches } from "./operators/matches.ts";
import { notEqual } from "./operators/not-equal.ts";
import { notIn } from "./operators/not-in.ts";
import { startsWith } from "./operators/starts-with.ts";
import { withinCalendar } from "./operators/within-calendar.ts";
import { withinLast } from "./operators/within-last.ts";

/** The operators that every `when` may use. */
export const builtInOperators: readonly Operator[] = [
  equal,
  notEqual,
  isIn,
  notIn,
  contains,
  doesNotContain,
  lessThan,
  lessThanInclusive,
  greaterThan,
  greaterThanInclusive,
  containsText,
  containsAnyText,
  containsAllText,
  containsUnnegatedText,
  startsWith,
  endsWith,
  matches,
  intersects,
  includesAll,
  between,
  before,
  after,
  withinLast,
  withinCalendar,
  isPresent,
];
