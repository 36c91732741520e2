/** Campaigns: all of them at once, and what is done to one on the day. */
import type { AnyDocument, SluiceDocument } from "@sluice/schemas";
import { queryOptions } from "@tanstack/react-query";
import { fetchImpact, type Impact } from "./documents.ts";
import { queryKeys } from "./query-keys.ts";
import { request } from "./request.ts";

export type Campaign = SluiceDocument<"campaign">;

const isCampaign = (document: AnyDocument): document is AnyDocument & Campaign =>
  document.kind === "campaign";

const campaignsIn = (state: "live" | "draft") =>
  queryOptions({
    queryKey: queryKeys.campaigns(state),
    queryFn: async ({ signal }): Promise<readonly Campaign[]> => {
      const query = { state, kind: "campaign" };
      const answer = await request<{ documents: readonly AnyDocument[] }>("/documents/export", {
        query,
        signal,
      });
      return answer.documents.filter(isCampaign);
    },
    staleTime: 30_000,
    refetchInterval: 60_000,
  });

/** The campaigns that are live, as they are live. */
export const liveCampaignsQuery = campaignsIn("live");

/** The drafts of campaigns; one that was published and not drawn on since may have none. */
export const draftCampaignsQuery = campaignsIn("draft");

const pathOf = (key: string): string => `/documents/campaign/${encodeURIComponent(key)}`;

/** What starting the campaign begins from: as it was last planned, however it was cut or extended since. */
export const plannedCampaignQuery = (key: string) =>
  queryOptions({
    queryKey: queryKeys.plannedCampaign(key),
    queryFn: ({ signal }): Promise<Campaign> => request(`${pathOf(key)}/planned`, { signal }),
    staleTime: 15_000,
  });

const act = (key: string, action: string, body: object = {}): Promise<unknown> =>
  request(`${pathOf(key)}/${action}`, { method: "POST", body });

/** Begins it now, for a length (ISO) or as long as it was planned. @throws ApiError `campaign.running`, `campaign.no-phase`. */
export const startCampaign = (key: string, length: string | undefined): Promise<unknown> =>
  act(key, "start", length === undefined ? {} : { for: length });

/** Moves its end to a later instant. @throws ApiError `campaign.over`, `campaign.until`. */
export const extendCampaign = (key: string, until: string): Promise<unknown> => act(key, "extend", { until });

/** Ends it now. @throws ApiError `campaign.not-running`. */
export const endCampaign = (key: string): Promise<unknown> => act(key, "end");

/** Takes it out of live; its draft and its revisions stay. @throws ApiError `campaign.not-live`. */
export const cancelCampaign = (key: string): Promise<unknown> => act(key, "cancel");

/** What a campaign would touch; samples name the edge that moves the clock. */
export interface CampaignImpact extends Omit<Impact, "samples"> {
  readonly samples: readonly (Impact["samples"][number] & {
    readonly phase?: string;
    readonly edge?: "started" | "ended";
  })[];
}

/** What publishing the campaign as it is drawn would touch. @throws ApiError 422 where it could not be published. */
export const campaignImpactQuery = (document: Campaign) =>
  queryOptions({
    queryKey: queryKeys.campaignImpact(document),
    queryFn: ({ signal }): Promise<CampaignImpact> => fetchImpact(document, "new", signal),
    staleTime: 15_000,
    gcTime: 60_000,
    retry: false,
  });
