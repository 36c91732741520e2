/** All campaigns with what is live of each and how it stands, renewed while time passes. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Campaign, drawnCampaignsQuery, liveCampaignsQuery } from "../../../client/campaigns.ts";
import { byStanding, type Standing, standingOf } from "../../../editor/campaign/standing.ts";
import { useNowEvery } from "../../../ui/use-now.ts";

/** One campaign, for lists. */
export interface CampaignEntry {
  /** As it is planned: its draft. */
  readonly drawn: Campaign;
  /** As it is live; absent where it is not. */
  readonly live: Campaign | undefined;
  readonly standing: Standing;
}

/** What is live shows itself where there is something live; else the draft. */
export const shownOf = ({ live, drawn }: CampaignEntry): Campaign => live ?? drawn;

const toEntries = (
  drawn: readonly Campaign[],
  live: readonly Campaign[],
  now: number,
): readonly CampaignEntry[] =>
  drawn
    .map((document) => {
      const found = live.find(({ key }) => key === document.key);
      return { drawn: document, live: found, standing: standingOf(found?.spec, document.spec, now) };
    })
    .sort((a, b) => byStanding(a.standing, b.standing));

/** The list; `undefined` until both answers are there. */
export function useCampaigns() {
  const drawn = useQuery(drawnCampaignsQuery);
  const live = useQuery(liveCampaignsQuery);
  const now = useNowEvery(1_000);
  const entries = useMemo(
    () => (drawn.data && live.data ? toEntries(drawn.data, live.data, now) : undefined),
    [drawn.data, live.data, now],
  );
  const refetch = () => {
    void drawn.refetch();
    void live.refetch();
  };
  return { entries, error: drawn.error ?? live.error, refetch };
}

/** Those in force, from what is live alone: small enough for every page. */
export function useRunningCampaigns(): readonly {
  readonly campaign: Campaign;
  readonly standing: Standing;
}[] {
  const live = useQuery(liveCampaignsQuery).data;
  const now = useNowEvery(1_000);
  return useMemo(
    () =>
      (live ?? [])
        .map((campaign) => ({ campaign, standing: standingOf(campaign.spec, campaign.spec, now) }))
        .filter(({ standing }) => standing.state === "running"),
    [live, now],
  );
}
