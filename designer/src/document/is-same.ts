import { diffJson } from "@sluice/schemas";

/** True where both say the same; the order of an object's keys says nothing. */
export const isSame = (a: unknown, b: unknown): boolean => a === b || diffJson(a, b).length === 0;
