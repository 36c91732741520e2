/** segment: its condition, its cycles, and what the SLA tiers that use it refuse. */
import type { Problem, SluiceDocument } from "@sluice/schemas";
import type { CheckContext } from "./check-context.ts";
/** A segment that a live SLA policy uses must not bring in what its tiers refuse. */
export declare function checkSegment({ key, spec }: SluiceDocument<"segment">, context: CheckContext): Problem[];
