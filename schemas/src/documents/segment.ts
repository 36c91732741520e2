/** segment: a named condition, usable in any `when` as `{ "condition": "<key>" }`. */
import { type Static, Type } from "typebox";
import { ConditionRef } from "../conditions.ts";
import { strict } from "../primitives.ts";

export const SegmentSpec = Type.Object({ when: ConditionRef }, strict);
export type SegmentSpec = Static<typeof SegmentSpec>;
