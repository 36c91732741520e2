/** The numbers that most strategies settle ties by. */
import type { Key } from "./strategy.ts";

/** Never assigned counts as the longest ago. */
const lastAssigned: Key = ({ lastAssignedAt }) => lastAssignedAt ?? Number.NEGATIVE_INFINITY;

/** Fewest tickets, then longest since the last assignment. */
export const leastLoadedKeys: readonly Key[] = [({ load }) => load, lastAssigned];
