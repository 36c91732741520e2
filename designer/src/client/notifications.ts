/** What the person was told: cards, pool warnings, tasks. */
import { queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { request } from "./request.ts";
import type { Items, NotificationView } from "./types.ts";

/** The newest first; only for those who work as an agent. */
export const notificationsQuery = queryOptions({
  queryKey: queryKeys.notifications,
  queryFn: ({ signal }) =>
    request<Items<NotificationView>>("/notifications", { query: { limit: 30 }, signal }),
  staleTime: 60_000,
});
