/** What publishing the campaign as it is drawn would touch, asked once the hand rests. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Campaign, type CampaignImpact, campaignImpactQuery } from "../../client/campaigns.ts";

const restMs = 700;

function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

export interface ImpactState {
  readonly data: CampaignImpact | undefined;
  /** It could not be published as it is drawn, so nobody can say. */
  readonly failed: boolean;
}

export function useCampaignImpact(document: Campaign): ImpactState {
  const rested = useRested(document);
  const { data, isError } = useQuery({ ...campaignImpactQuery(rested), placeholderData: keepPreviousData });
  return { data: isError ? undefined : data, failed: isError };
}
