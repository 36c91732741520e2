/** Commands on what holds for the whole policy: the fallback, absence, and what counts as load. */
import { type RoutingSpec, type TicketStatus, ticketStatuses } from "@sluice/schemas";
import type { Command } from "../command.ts";
import { refuseSpan } from "./steps.ts";

type RoutingCommand = Command<"routing">;

/** The pool of tickets that no route takes, or whose route has come to its end. */
export const setFallback = (pool: string): RoutingCommand => ({
  label: { key: "routing.commands.setFallback" },
  refuse: ({ spec }) =>
    Object.hasOwn(spec.pools, pool)
      ? undefined
      : { reason: { key: "routing.refusals.noPool" }, path: "/spec/fallback/pool" },
  apply({ spec }) {
    spec.fallback.pool = pool;
  },
});

export type OnOffline = NonNullable<RoutingSpec["onOffline"]>;

/** What happens to the tickets of somebody who left; `undefined` = they stay. */
export const setOnOffline = (onOffline: OnOffline | undefined): RoutingCommand => ({
  label: { key: "routing.commands.setOnOffline" },
  mergeKey: "onOffline",
  refuse: () => refuseSpan(onOffline?.after, "/spec/onOffline/after"),
  apply({ spec }) {
    if (onOffline === undefined) delete spec.onOffline;
    else spec.onOffline = { ...onOffline };
  },
});

/** What counts as load unless a policy says otherwise. */
export const usualLoad: readonly TicketStatus[] = ["new", "open"];

/** Whether a ticket in this status counts as load. */
export const setCountsAsLoad = (status: TicketStatus, counts: boolean): RoutingCommand => ({
  label: { key: "routing.commands.setCountsAsLoad" },
  refuse: ({ spec }) => {
    const others = (spec.countsAsLoad ?? usualLoad).filter((each) => each !== status);
    return counts || others.length > 0
      ? undefined
      : { reason: { key: "routing.refusals.noLoad" }, path: "/spec/countsAsLoad" };
  },
  apply({ spec }) {
    const now = spec.countsAsLoad ?? usualLoad;
    if (now.includes(status) === counts) return;
    spec.countsAsLoad = ticketStatuses.filter((each) => (each === status ? counts : now.includes(each)));
  },
});
