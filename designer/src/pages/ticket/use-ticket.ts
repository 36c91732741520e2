/** One ticket, its timeline, and its changes; a lost race reloads the ticket and says so, typed text stays. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, isConflict } from "../../client/errors.ts";
import { queryKeys } from "../../client/query-keys.ts";
import { completeTask, type TaskAnswers } from "../../client/tasks.ts";
import {
  actOnTicket,
  patchTicket,
  sendMessage,
  type TicketAction,
  ticketQuery,
} from "../../client/tickets.ts";
import type { Ticket, TicketPatch } from "../../client/types.ts";
import { errorText } from "../../ui/error-text.ts";

/** Makes the ticket, its timeline and the lists fresh. */
function useRefresh(id: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    void client.invalidateQueries({ queryKey: queryKeys.tickets });
    await client.invalidateQueries({ queryKey: queryKeys.ticket(id) });
  }, [client, id]);
}

/** Tells the person what an error means for their ticket. */
function useReport(): (error: unknown) => void {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  return (error) => {
    const race = isConflict(error) || (error instanceof ApiError && error.status === 409);
    if (race) void message.warning(errorText(error, t, i18n.language), 6);
    else void message.error(errorText(error, t, i18n.language), 6);
  };
}

export type TicketChange =
  | { readonly kind: "patch"; readonly patch: TicketPatch }
  | { readonly kind: "act"; readonly action: TicketAction }
  | { readonly kind: "message"; readonly text: string; readonly public: boolean }
  | { readonly kind: "task"; readonly task: string; readonly outcome: string; readonly form?: TaskAnswers };

function send(ticket: Ticket, etag: string, change: TicketChange): Promise<unknown> {
  switch (change.kind) {
    case "patch":
      return patchTicket(ticket.id, change.patch, etag);
    case "act":
      return actOnTicket(ticket.id, change.action);
    case "message":
      return sendMessage(ticket.id, { text: change.text, public: change.public });
    case "task":
      return completeTask(change.task, change.outcome, change.form);
  }
}

/** The ticket as last read; `receivedAt` is when, for its clocks. */
export function useTicket(id: string) {
  const query = useQuery(ticketQuery(id));
  return {
    query,
    ticket: query.data?.value,
    etag: query.data?.etag ?? undefined,
    receivedAt: query.dataUpdatedAt,
  };
}

/** Promises true when the change was taken, false when it was refused (and the person told why). */
export type ChangeTicket = (change: TicketChange) => Promise<boolean>;

/** Sends changes, then refreshes whether they were taken or not. */
export function useTicketChange(
  ticket: Ticket,
  etag: string | undefined,
): { change: ChangeTicket; busy: boolean } {
  const refresh = useRefresh(ticket.id);
  const report = useReport();
  const mutation = useMutation({
    mutationFn: (change: TicketChange) => send(ticket, etag ?? `"${ticket.seq}"`, change),
    onError: report,
    onSettled: refresh,
  });
  const change: ChangeTicket = async (next) => {
    try {
      await mutation.mutateAsync(next);
      return true;
    } catch {
      // Reported above; the caller keeps what was typed.
      return false;
    }
  };
  return { change, busy: mutation.isPending };
}
