/** One hand-over from counting the tickets to naming their new owners. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type BulkAction,
  type BulkJob,
  type BulkSelection,
  bulkJobQuery,
  cancelBulk,
  startBulk,
} from "../../../client/bulk.ts";
import { putPresence } from "../../../client/people.ts";
import { queryKeys } from "../../../client/query-keys.ts";
import { request } from "../../../client/request.ts";
import type { AgentView, Page, Ticket, TicketSummary } from "../../../client/types.ts";
import { errorText } from "../../../ui/error-text.ts";
import { useRefreshPeople } from "../use-people.ts";
import { type HandedOver, handedOver } from "./hand-over.ts";

/** Tickets that are named one by one; all are handed over. */
export const mostNamed = 200;
/** Tickets that are read at once afterwards. */
const readAtOnce = 8;

const openOf = (agent: string, signal: AbortSignal): Promise<Page<TicketSummary>> =>
  request("/tickets", { query: { assignee: agent, open: true, sort: "due", limit: mostNamed }, signal });

async function readAfter(before: readonly TicketSummary[]): Promise<readonly HandedOver[]> {
  const read: HandedOver[] = [];
  for (let at = 0; at < before.length; at += readAtOnce) {
    const some = before.slice(at, at + readAtOnce);
    const after = await Promise.all(
      some.map(({ id }) => request<Ticket>(`/tickets/${encodeURIComponent(id)}`)),
    );
    read.push(...some.flatMap((ticket, place) => (after[place] ? [handedOver(ticket, after[place])] : [])));
  }
  return read;
}

export interface HandOver {
  /** `null` while they are being counted. */
  readonly tickets: readonly TicketSummary[] | null;
  /** There are more than are named. */
  readonly more: boolean;
  readonly error: unknown;
  readonly starting: boolean;
  readonly job: BulkJob | null;
  /** `null` until the job has ended and the tickets were read again. */
  readonly result: readonly HandedOver[] | null;
  readonly start: (action: BulkAction | undefined) => Promise<boolean>;
  readonly retry: (action: BulkAction) => Promise<boolean>;
  readonly stop: () => void;
}

export function useHandOver(agent: AgentView): HandOver {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const refresh = useRefreshPeople();
  const [starting, setStarting] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const [result, setResult] = useState<readonly HandedOver[] | null>(null);
  const counted = useQuery({
    queryKey: [...queryKeys.tickets, "hand-over", agent.id],
    queryFn: ({ signal }) => openOf(agent.id, signal),
    enabled: jobId === null,
    gcTime: 0,
  });
  /** As they were when the job began: the list goes on living. */
  const before = useRef<readonly TicketSummary[]>([]);
  const job = useQuery({ ...bulkJobQuery(jobId ?? ""), enabled: jobId !== null }).data ?? null;
  const ended = job !== null && job.status !== "running" ? job.id : null;

  useEffect(() => {
    if (ended === null) return;
    let gone = false;
    readAfter(before.current).then(
      (read) => {
        if (gone) return;
        setResult(read);
        void refresh();
        void client.invalidateQueries({ queryKey: queryKeys.tickets });
      },
      (error: unknown) => void message.error(errorText(error, t, i18n.language), 6),
    );
    return () => {
      gone = true;
    };
  }, [ended, client, refresh, message, t, i18n.language]);

  async function run(begin: () => Promise<BulkJob | null>): Promise<boolean> {
    setStarting(true);
    try {
      const started = await begin();
      if (started) {
        setResult(null);
        setJobId(started.id);
      }
      return true;
    } catch (error) {
      void message.error(errorText(error, t, i18n.language), 6);
      return false;
    } finally {
      setStarting(false);
    }
  }

  return {
    tickets: counted.data?.items ?? null,
    more: counted.data?.nextCursor != null,
    error: counted.error,
    starting,
    job,
    result,
    start: (action) =>
      run(async () => {
        before.current = counted.data?.items ?? [];
        // Offline first: nothing new comes to them while the rest goes.
        if (agent.presence !== "offline") await putPresence(agent.id, "offline");
        void refresh();
        const selection: BulkSelection = { filter: { assignee: agent.id } };
        return action === undefined ? null : startBulk(selection, action);
      }),
    retry: (action) =>
      run(() => startBulk({ ids: (job?.failures ?? []).map(({ ticketId }) => ticketId) }, action)),
    stop: () => {
      if (jobId === null) return;
      cancelBulk(jobId).then(
        () => client.invalidateQueries({ queryKey: queryKeys.bulkJob(jobId) }),
        (error: unknown) => void message.error(errorText(error, t, i18n.language), 6),
      );
    },
  };
}
