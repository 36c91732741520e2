/** What starting a campaign begins from: what is live of it, as it was planned before it was started or cut short. */
import type { CampaignPhase } from "@sluice/schemas";
import { isSame } from "../../document/is-same.ts";
import type { CampaignDocument } from "./find.ts";

/** A phase but for when it is. */
const contentOf = ({ from: _from, until: _until, ...content }: CampaignPhase) => content;

/**
 * The draft, where it says of each live phase the same but for its time: being started and ended moves windows and
 * drops phases in what is live, and leaves the draft as it was planned. Else what is live: a draft that holds
 * unfinished work is not what starts. Without anything live it is the draft.
 */
export function plannedOf(live: CampaignDocument | undefined, draft: CampaignDocument): CampaignDocument {
  if (!live) return draft;
  const planned = live.spec.phases.every((phase) => {
    const drawn = draft.spec.phases.find(({ id }) => id === phase.id);
    return drawn !== undefined && isSame(contentOf(drawn), contentOf(phase));
  });
  return planned ? draft : live;
}
