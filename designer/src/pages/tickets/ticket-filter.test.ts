import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isNarrowed,
  listFilters,
  parseTicketFilter,
  type TicketFilter,
  ticketViews,
  toTicketQuery,
  toTicketSearch,
} from "./ticket-filter.ts";

const value = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !text.includes(","));
const filters: fc.Arbitrary<TicketFilter> = fc.record({
  view: fc.constantFrom(...ticketViews),
  q: fc.string({ maxLength: 20 }),
  limits: fc.record(
    {
      createdFrom: fc.constantFrom("2026-11-10T16:00:00.000Z", "2026-11-11T00:00:00+08:00"),
      waiting: fc.constantFrom("true", "false"),
      workflow: fc.constantFrom("intake", "returns"),
    },
    { requiredKeys: [] },
  ),
  ...(Object.fromEntries(listFilters.map((name) => [name, fc.array(value, { maxLength: 3 })])) as Record<
    (typeof listFilters)[number],
    fc.Arbitrary<string[]>
  >),
});

describe("the filter in the URL", () => {
  it("comes back as it was, through the text of the URL", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const url = toTicketSearch(filter).toString();
        expect(parseTicketFilter(new URLSearchParams(url))).toEqual(filter);
      }),
    );
  });

  it("is empty by default", () => {
    const filter = parseTicketFilter(new URLSearchParams("view=nonsense"));
    expect(toTicketSearch(filter).toString()).toBe("");
    expect(isNarrowed(filter)).toBe(false);
  });
});

it("leaves out of the URL what the api would refuse", () => {
  const filter = parseTicketFilter(new URLSearchParams("createdFrom=yesterday&waiting=maybe&workflow="));
  expect(filter.limits).toEqual({});
});

describe("the api's query", () => {
  const ask = (url: string, agent: string | null = "a1") =>
    toTicketQuery(parseTicketFilter(new URLSearchParams(url)), agent);

  it("keeps to tickets somebody still owes something", () => {
    expect(ask("")).toEqual({ status: ["new", "open", "pending_customer", "on_hold"], sort: "due" });
    expect(ask("view=all")).toEqual({ sort: "newest" });
  });

  it("hands on what a link from another page asked for", () => {
    expect(ask("view=all&resolvedFrom=2026-11-10T16:00:00Z")).toEqual({
      sort: "newest",
      resolvedFrom: "2026-11-10T16:00:00Z",
    });
    expect(ask("waiting=true&group=vip")).toMatchObject({ waiting: "true", group: ["vip"], sort: "due" });
  });

  it("lets an explicit choice go before the view's", () => {
    expect(ask("view=mine&status=resolved")).toEqual({ status: ["resolved"], assignee: ["a1"], sort: "due" });
    expect(ask("view=breached&tag=x,y&q=77")).toMatchObject({ sla: "breached", tag: ["x", "y"], q: "77" });
  });
});
