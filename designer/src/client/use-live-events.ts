/** Live events → stale queries. Bursts are gathered so that a busy hour does not become a storm of requests. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { tellDraftNews } from "./draft-news.ts";
import { type LineState, type LiveEvent, openEventStream } from "./event-stream.ts";
import { queryKeys } from "./query-keys.ts";

type QueryKey = readonly unknown[];

/** What has gone stale because of an event. */
export function staleKeys({ type, id }: LiveEvent): readonly QueryKey[] {
  const [family] = type.split(".");
  if (family === "ticket")
    return [
      queryKeys.tickets,
      queryKeys.tasks,
      ["customer"],
      queryKeys.pools,
      queryKeys.routingLoad,
      queryKeys.overview,
      queryKeys.operations,
      id ? queryKeys.ticket(id) : ["ticket"],
    ];
  if (family === "notification") return [queryKeys.notifications];
  if (family === "presence") return [queryKeys.agents, queryKeys.routingLoad, queryKeys.overview];
  // A publish may start a campaign, rename a pool or change what a clock is held to.
  if (family === "documents")
    return [
      queryKeys.announcements,
      queryKeys.pools,
      queryKeys.routingLoad,
      queryKeys.overview,
      queryKeys.tickets,
      ["documents"],
    ];
  if (family === "incident") return [queryKeys.operations, queryKeys.overview];
  // It comes once a second while a job talks: the lists have their own pace.
  if (family === "job") return [queryKeys.operationsList("job", { id }), queryKeys.operationsKind("run")];
  if (family === "operations") return [queryKeys.operations];
  // Plugins that were loaded, switched or configured offer other things.
  if (family === "catalog") return [queryKeys.catalog, queryKeys.plugins];
  if (family === "drafts") return [["documents"]];
  return [];
}

const gatherMs = 1_000;

function gatherInvalidations(client: QueryClient) {
  const waiting = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const queryKey of waiting.values()) void client.invalidateQueries({ queryKey });
    waiting.clear();
  };
  return {
    add(keys: readonly QueryKey[]) {
      for (const key of keys) waiting.set(JSON.stringify(key), key);
      if (waiting.size > 0) timer ??= setTimeout(flush, gatherMs);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Listens while mounted; answers how the line is. */
export function useLiveEvents(): LineState {
  const client = useQueryClient();
  const [state, setState] = useState<LineState>("connecting");
  useEffect(() => {
    const gathered = gatherInvalidations(client);
    const close = openEventStream({
      onEvent: (event) => {
        gathered.add(staleKeys(event));
        tellDraftNews(event);
      },
      onState: setState,
      onGap: () => {
        void client.invalidateQueries();
        tellDraftNews(null);
      },
    });
    return () => {
      gathered.stop();
      close();
    };
  }, [client]);
  return state;
}
