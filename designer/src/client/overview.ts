/** The whole journey in numbers, as `GET /overview` answers it. */
import type { SlaMetric } from "@sluice/schemas";
import { queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { request } from "./request.ts";

export interface GroupFigures {
  readonly key: string;
  readonly members: number;
  readonly online: number;
  /** Chats and tickets together. */
  readonly load: number;
  readonly capacity: number;
  readonly waiting: number;
  readonly oldestAt: string | null;
}

export interface PoolFigures {
  readonly policy: string;
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly oldestAt: string | null;
}

export interface MetricFigures {
  readonly metric: SlaMetric;
  readonly running: number;
  readonly warned: number;
  readonly paused: number;
  readonly breached: number;
}

export interface CampaignFigures {
  readonly key: string;
  readonly name: string;
  readonly phase: { readonly id: string; readonly name: string } | null;
  readonly from: string;
  readonly until: string;
}

export interface Overview {
  readonly at: string;
  /** When today begins in the workspace's zone. */
  readonly todayFrom: string;
  readonly channels: readonly { readonly id: string; readonly today: number; readonly open: number }[];
  readonly classification: {
    readonly today: number;
    readonly unclassified: number;
    readonly categories: readonly { readonly key: string; readonly today: number }[];
  };
  readonly sla: {
    /** Open tickets with a clock that runs, at risk, breached. */
    readonly running: number;
    readonly warning: number;
    readonly breached: number;
    readonly dueSoon: number;
    readonly dueSoonBefore: string;
    /** Clocks, not tickets. */
    readonly byMetric: readonly MetricFigures[];
  };
  readonly routing: {
    readonly waiting: number;
    readonly groups: readonly GroupFigures[];
    readonly pools: readonly PoolFigures[];
  };
  readonly workflows: readonly { readonly key: string; readonly open: number; readonly incidents: number }[];
  readonly incidents: { readonly open: number };
  readonly closing: {
    readonly resolvedToday: number;
    readonly closedToday: number;
    readonly openTotal: number;
  };
  readonly campaigns: readonly CampaignFigures[];
}

/** The figures now; renewed every 15 s and whenever live events say so. */
export const overviewQuery = queryOptions({
  queryKey: queryKeys.overview,
  queryFn: ({ signal }) => request<Overview>("/overview", { signal }),
  refetchInterval: 15_000,
});
