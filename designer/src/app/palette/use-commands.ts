/** The palette's lines for what is typed: commands, and tickets that match. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { meQuery } from "../../client/session.ts";
import { ticketSearchQuery } from "../../client/tickets.ts";
import type { TicketSummary } from "../../client/types.ts";
import { useThemeChoice } from "../theme/ThemeProvider.tsx";
import { useSignOut } from "../use-sign-out.ts";
import { type Command, matchingCommands } from "./commands.ts";

/** `value` once it has stood still for `ms`. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** What to ask the api for: a number with or without `#`, or at least two characters. */
export function searchTextOf(typed: string): string {
  const text = typed.trim().replace(/^#(?=\d)/, "");
  return /^\d+$/.test(text) || text.length >= 2 ? text : "";
}

type Customer = TicketSummary["customer"];

/** Those whose name or id was typed, each once. */
export function customersAmong(tickets: readonly TicketSummary[], typed: string): readonly Customer[] {
  const text = typed.toLowerCase();
  const meant = tickets.filter(({ customer: { id, name = "" } }) =>
    `${name} ${id}`.toLowerCase().includes(text),
  );
  return [...new Map(meant.map(({ customer }) => [customer.id, customer])).values()];
}

/** `showShortcuts` opens the shortcut sheet. */
export function useCommands(
  typed: string,
  showShortcuts: () => void,
): { commands: readonly Command[]; searching: boolean } {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useQuery(meQuery).data;
  const theme = useThemeChoice();
  const signOut = useSignOut();
  const wanted = searchTextOf(typed);
  const searchText = useSettled(wanted, 200);
  const search = useQuery(ticketSearchQuery(searchText));
  const go = (path: string) => void navigate(path);
  const toCommand = ({ id, number, subject, status }: TicketSummary): Command => ({
    id: `ticket-${id}`,
    group: t("shell.command.tickets"),
    text: `#${number} ${subject}`,
    meta: t(`words.status.${status}`),
    run: () => go(`/tickets/${id}`),
  });
  // Lines of what was typed before would be run by an Enter that comes at once.
  const isCurrent = searchText !== "" && searchText === wanted;
  const tickets = isCurrent ? (search.data?.items ?? []) : [];
  const customers = customersAmong(tickets, searchText).map(
    (customer): Command => ({
      id: `customer-${customer.id}`,
      group: t("shell.command.customers"),
      text: customer.name ?? customer.id,
      meta: customer.id,
      run: () => go(`/customers/${encodeURIComponent(customer.id)}`),
    }),
  );
  const found = [...tickets.map(toCommand), ...customers];
  const context = { t, go, theme, me: me ?? null, signOut: () => void signOut(), showShortcuts };
  return { commands: [...found, ...matchingCommands(context, typed)], searching: search.isFetching };
}
