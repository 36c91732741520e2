import type { Me } from "../../client/types.ts";

/** Leads and administrators change people; everybody else may look. */
export const mayLead = (me: Me | null | undefined): boolean => me?.role === "lead" || me?.role === "admin";
