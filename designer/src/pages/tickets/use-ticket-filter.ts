import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { parseTicketFilter, type TicketFilter, toTicketSearch } from "./ticket-filter.ts";

/** The filter of the URL and how to change it; a change replaces the entry in the history. */
export function useTicketFilter(): [TicketFilter, (change: Partial<TicketFilter>) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => parseTicketFilter(search), [search]);
  const change = useCallback(
    (part: Partial<TicketFilter>) =>
      setSearch((current) => toTicketSearch({ ...parseTicketFilter(current), ...part }), { replace: true }),
    [setSearch],
  );
  return [filter, change];
}
