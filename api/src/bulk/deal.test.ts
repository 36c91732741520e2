import type { AgentLoad } from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deal, type Player } from "./deal.ts";

const player = (id: string, capacity: number, open = 0): Player => ({
  id,
  capacity: { chat: 0, ticket: capacity },
  row: { id, counts: { chat: {}, ticket: { open } } } as unknown as AgentLoad,
});
const counts = ["new", "open"] as const;
const tickets = (count: number) => Array.from({ length: count }, () => "ticket" as const);

test("the emptiest comes first, and what was dealt counts", () => {
  const players = [player("a", 10, 8), player("b", 10, 1), player("c", 4)];
  expect(deal(players, tickets(3), counts)).toEqual(["c", "b", "b"]);
  expect(deal([player("a", 1, 5), player("b", 0)], tickets(2), counts)).toEqual(["a", "a"]);
});

test("statuses that are no load do not count; those without any capacity share by number", () => {
  const away = { ...player("a", 2), row: { counts: { ticket: { on_hold: 9 } } } as unknown as AgentLoad };
  expect(deal([away, player("b", 2, 1)], tickets(1), counts)).toEqual(["a"]);
  expect(deal([player("a", 0), player("b", 0)], tickets(4), counts)).toEqual(["a", "b", "a", "b"]);
});

test("nobody is dealt beyond their capacity while somebody has room", () => {
  const anyPlayers = fc.array(fc.record({ capacity: fc.nat(9), open: fc.nat(9) }), { minLength: 1 });
  fc.assert(
    fc.property(anyPlayers, fc.nat(40), (given, count) => {
      const players = given.map(({ capacity, open }, at) => player(`p${at}`, capacity, open));
      const dealt = deal(players, tickets(count), counts);
      const load = players.map(({ id, row }) => ({
        before: row?.counts.ticket.open ?? 0,
        after: (row?.counts.ticket.open ?? 0) + dealt.filter((one) => one === id).length,
      }));
      const room = players.some(({ capacity }, at) => (load[at]?.after ?? 0) < capacity.ticket);
      const over = players.some(
        ({ capacity }, at) =>
          (load[at]?.after ?? 0) > (load[at]?.before ?? 0) && (load[at]?.after ?? 0) > capacity.ticket,
      );
      expect(dealt).toHaveLength(count);
      expect(room && over).toBe(false);
    }),
  );
});
