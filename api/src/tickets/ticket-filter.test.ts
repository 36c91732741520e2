import { Value } from "typebox/value";
import { expect, test } from "vitest";
import { TicketFilter } from "./ticket-filter.ts";

const times = (value: string, count: number): string => new Array(count).fill(value).join(",");

test.each(["status", "priority"])("a list of %s has at most 200 values", (name) => {
  const value = name === "status" ? "pending_customer" : "P1";
  expect(Value.Check(TicketFilter, { [name]: times(value, 200) })).toBe(true);
  expect(Value.Check(TicketFilter, { [name]: times(value, 201) })).toBe(false);
});
