import { after } from "./operators/after.js";
import { before } from "./operators/before.js";
import { between } from "./operators/between.js";
import { contains } from "./operators/contains.js";
import { containsAllText } from "./operators/contains-all-text.js";
import { containsAnyText } from "./operators/contains-any-text.js";
import { containsText } from "./operators/contains-text.js";
import { containsUnnegatedText } from "./operators/contains-unnegated-text.js";
import { doesNotContain } from "./operators/does-not-contain.js";
import { endsWith } from "./operators/ends-with.js";
import { equal } from "./operators/equal.js";
import { greaterThan } from "./operators/greater-than.js";
import { greaterThanInclusive } from "./operators/greater-than-inclusive.js";
import { isIn } from "./operators/in.js";
import { includesAll } from "./operators/includes-all.js";
import { intersects } from "./operators/intersects.js";
import { isPresent } from "./operators/is-present.js";
import { lessThan } from "./operators/less-than.js";
import { lessThanInclusive } from "./operators/less-than-inclusive.js";
import { matches } from "./operators/matches.js";
import { notEqual } from "./operators/not-equal.js";
import { notIn } from "./operators/not-in.js";
import { startsWith } from "./operators/starts-with.js";
import { withinCalendar } from "./operators/within-calendar.js";
import { withinLast } from "./operators/within-last.js";
/** The operators that every `when` may use. */
export const builtInOperators = [
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
//# sourceMappingURL=operator-list.js.map