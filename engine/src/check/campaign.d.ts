/** campaign: its windows, and what each phase lays over policies, rulesets, routes and groups. */
import { type Problem, type SluiceDocument } from "@sluice/schemas";
import type { CheckContext } from "./check-context.ts";
/** Everything that keeps a campaign from being published. */
export declare function checkCampaign(document: SluiceDocument<"campaign">, context: CheckContext): Problem[];
