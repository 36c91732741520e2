/** The campaigns in force, from what is live alone: every page asks, so nothing heavy is imported here. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Campaign, liveCampaignsQuery } from "../../../client/campaigns.ts";
import { type Standing, standingOf } from "../../../editor/campaign/standing.ts";
import { useNowEvery } from "../../../ui/use-now.ts";

interface RunningCampaign {
  readonly campaign: Campaign;
  readonly standing: Standing;
}

/** Renewed while time passes. */
export function useRunningCampaigns(): readonly RunningCampaign[] {
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
