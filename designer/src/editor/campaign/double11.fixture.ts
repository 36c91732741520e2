/** The starter pack's own sale: five phases, from the opening evening to the end of price protection. */
import { ecommerceStarter } from "@sluice/schemas/starter";
import type { CampaignDocument } from "./find.ts";

const found = ecommerceStarter.documents.find((document) => document.key === "double11-2026");
if (found?.kind !== "campaign") throw new Error("the starter pack has no Double 11");

export const double11: CampaignDocument = found;
