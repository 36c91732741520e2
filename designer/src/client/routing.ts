/** Routing as it is now, and who would get a ticket. */
import type {
  AgentConsidered,
  CapacityKind,
  ConditionTrace,
  Presence,
  Priority,
  RoutingDecision,
  SkipReason,
  SluiceDocument,
  TicketInput,
  Truth,
} from "@sluice/schemas";
import { queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { request } from "./request.ts";

/** A step of a live route; the figures are there for groups alone. */
export interface StepLoad {
  readonly type: "group" | "pool" | "sticky";
  readonly group?: string;
  readonly pool?: string;
  readonly waiting?: number;
  /** Since when the longest waiting ticket waits. */
  readonly oldestAt?: string | null;
  /** Agents who could take one now, by kind of capacity. */
  readonly eligible?: Readonly<Record<CapacityKind, number>>;
}

export interface RouteLoad {
  readonly route: string;
  readonly name: string;
  /** The campaign in force that brought it. */
  readonly campaign: string | null;
  readonly steps: readonly StepLoad[];
}

/** A member's room for one kind of ticket; `blockedBy` says why they could take none. */
export interface MemberRoom {
  readonly load: number;
  readonly capacity: number;
  readonly blockedBy: SkipReason | null;
}

export interface MemberLoad {
  readonly agent: string;
  readonly presence: Presence;
  readonly chat: MemberRoom;
  readonly ticket: MemberRoom;
}

export interface GroupLoad {
  readonly key: string;
  readonly members: number;
  readonly online: number;
  readonly load: number;
  readonly capacity: number;
  readonly waiting: number;
  readonly oldestAt: string | null;
  readonly agents: readonly MemberLoad[];
}

export interface PoolLoad {
  readonly policy: string;
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly oldestAt: string | null;
}

export interface RoutingLoad {
  readonly at: string;
  readonly policies: readonly {
    readonly key: string;
    readonly revision: number;
    readonly routes: readonly RouteLoad[];
  }[];
  readonly groups: readonly GroupLoad[];
  readonly pools: readonly PoolLoad[];
}

/** Queues, loads and pools; refreshed by live events, and each half minute as shifts begin and end. */
export const routingLoadQuery = queryOptions({
  queryKey: queryKeys.routingLoad,
  queryFn: ({ signal }) => request<RoutingLoad>("/routing/load", { signal }),
  staleTime: 5_000,
  refetchInterval: 30_000,
});

/** One step with everybody who was considered for it. */
export interface PreviewStep {
  readonly step: number;
  readonly type: "group" | "pool" | "sticky";
  readonly group?: string;
  readonly strategy?: string;
  readonly pool?: string;
  readonly spanMs?: number | null;
  readonly considered: readonly AgentConsidered[];
}

/** Whether a route's condition holds for the ticket, and why. */
export interface PreviewRoute {
  readonly route: string;
  readonly name: string;
  readonly campaign: string | null;
  readonly result: Truth;
  readonly trace: ConditionTrace | null;
}

export interface RoutingPreview {
  readonly at: string;
  readonly policy: { readonly key: string; readonly revision: number };
  readonly ticket: {
    readonly id: string | null;
    readonly channel: string;
    readonly kind: CapacityKind;
    readonly priority: Priority;
    readonly category: string | null;
    readonly tags: readonly string[];
    readonly due: string | null;
  };
  readonly routes: readonly PreviewRoute[];
  readonly route: string;
  readonly steps: readonly PreviewStep[];
  readonly decision: RoutingDecision;
}

export interface RoutingPreviewRequest {
  /** A live policy's key, or a document that is being drawn. */
  readonly policy: string | SluiceDocument<"routing">;
  /** A ticket as it would come in, or the id of one that is there. */
  readonly ticket: string | (TicketInput & { readonly category?: string });
}

/** Nothing is stored. @throws ApiError 422 with paths where the draft or the ticket is at fault. */
export const previewRouting = (body: RoutingPreviewRequest): Promise<RoutingPreview> =>
  request("/preview/routing", { method: "POST", body });
