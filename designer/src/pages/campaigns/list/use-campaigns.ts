/** All campaigns with what is live of each and how it stands, renewed while time passes. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Campaign, draftCampaignsQuery, liveCampaignsQuery } from "../../../client/campaigns.ts";
import { plannedOf } from "../../../editor/campaign/planned.ts";
import { byStanding, type Standing, standingOf } from "../../../editor/campaign/standing.ts";
import { useNowEvery } from "../../../ui/use-now.ts";

/** One campaign, for lists. */
export interface CampaignEntry {
  /** Its draft. */
  readonly drawn: Campaign;
  /** As it is live; absent where it is not. */
  readonly live: Campaign | undefined;
  /** What starting it begins from. */
  readonly planned: Campaign;
  readonly standing: Standing;
}

/** What is live shows itself where there is something live; else the draft. */
export const shownOf = ({ live, drawn }: CampaignEntry): Campaign => live ?? drawn;

function toEntries(
  drafts: readonly Campaign[],
  live: readonly Campaign[],
  now: number,
): readonly CampaignEntry[] {
  const published = live.filter(({ key }) => !drafts.some((draft) => draft.key === key));
  return [...drafts, ...published]
    .map((drawn) => {
      const found = live.find(({ key }) => key === drawn.key);
      const standing = standingOf(found?.spec, drawn.spec, now);
      return { drawn, live: found, planned: plannedOf(found, drawn), standing };
    })
    .sort((a, b) => byStanding(a.standing, b.standing));
}

/** The list; `undefined` until both answers are there. */
export function useCampaigns() {
  const drafts = useQuery(draftCampaignsQuery);
  const live = useQuery(liveCampaignsQuery);
  const now = useNowEvery(1_000);
  const entries = useMemo(
    () => (drafts.data && live.data ? toEntries(drafts.data, live.data, now) : undefined),
    [drafts.data, live.data, now],
  );
  const refetch = () => {
    void drafts.refetch();
    void live.refetch();
  };
  return { entries, error: drafts.error ?? live.error, refetch };
}
