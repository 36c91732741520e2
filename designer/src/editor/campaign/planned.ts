/** What starting a campaign begins from, by the rule of the api: what is live, and only without it the draft. */
import type { CampaignDocument } from "./find.ts";

/** A draft of a live campaign is unfinished work, whatever it changes: it is not what starts before it is published. */
export function plannedOf(live: CampaignDocument | undefined, draft: CampaignDocument): CampaignDocument {
  return live ?? draft;
}
