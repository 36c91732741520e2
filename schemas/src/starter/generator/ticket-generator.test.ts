import { describe, expect, it } from "vitest";
import { parseValue } from "../../parse.ts";
import { TicketInput } from "../../ticket.ts";
import { leafCategories, otherCategory } from "../categories.ts";
import { buyerTexts } from "../samples/texts.ts";
import { categoryMix, hourlyCurve } from "./mix.ts";
import { createTicketGenerator, type TicketGeneratorOptions } from "./ticket-generator.ts";

const from = "2026-11-10T20:00:00+08:00";
const start = Date.parse(from);
const hour = 3_600_000;

function take(count: number, options: Partial<TicketGeneratorOptions> = {}): TicketInput[] {
  const generator = createTicketGenerator({ seed: 7, from, shape: "ordinary", ...options });
  return Array.from({ length: count }, () => generator.next());
}

const at = ({ createdAt }: TicketInput): number => Date.parse(createdAt ?? "");

/** How many tickets arrive in the hours `[begin, end)` after the start. */
function arrivals(options: Partial<TicketGeneratorOptions>, begin: number, end: number): number {
  const generator = createTicketGenerator({ seed: 7, from, shape: "ordinary", ...options });
  let count = 0;
  for (;;) {
    const hours = (at(generator.next()) - start) / hour;
    if (hours >= end) return count;
    if (hours >= begin) count += 1;
  }
}

describe("createTicketGenerator", () => {
  it("gives the same tickets for the same seed, and others for another", () => {
    expect(take(200)).toEqual(take(200));
    expect(take(200, { seed: 8 })).not.toEqual(take(200));
  });

  it("gives valid tickets in order of time, each with its own id", () => {
    const tickets = take(3_000, { shape: "double11" });
    expect(tickets.filter((ticket) => !parseValue(TicketInput, ticket).ok)).toEqual([]);
    expect(new Set(tickets.map(({ externalId }) => externalId)).size).toBe(3_000);
    const times = tickets.map(at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(start);
  });

  it("keeps to the day's number and the hourly curve", () => {
    const perDay = 4_000;
    expect(arrivals({ perDay }, 0, 24)).toBeGreaterThan(perDay * 0.93);
    expect(arrivals({ perDay }, 0, 24)).toBeLessThan(perDay * 1.07);
    const evening = arrivals({ perDay }, 0, 2);
    const night = arrivals({ perDay }, 6, 8);
    expect(evening).toBeGreaterThan(night * 8);
  });

  it("rises on the opening evening and stays high on the days after", () => {
    const perDay = 2_000;
    const ordinary = arrivals({ perDay }, 0, 4);
    const opening = arrivals({ perDay, shape: "double11" }, 0, 4);
    expect(opening / ordinary).toBeGreaterThan(5);
    expect(opening / ordinary).toBeLessThan(9);
    const days = [48, 72] as const;
    expect(arrivals({ perDay, shape: "double11" }, ...days)).toBeGreaterThan(
      arrivals({ perDay }, ...days) * 1.5,
    );
  });

  it("repeats words rarely", () => {
    const texts = take(2_000).map(({ subject, body }) => `${subject}\n${body ?? ""}`);
    expect(new Set(texts).size).toBeGreaterThan(1_000);
    expect(texts.filter((text) => /[{}|]/.test(text))).toEqual([]);
  });

  it("refuses a start that is no instant", () => {
    expect(() => createTicketGenerator({ seed: 1, from: "yesterday", shape: "ordinary" })).toThrow(
      RangeError,
    );
  });
});

describe("the mix", () => {
  it("has a weight and texts for every category", () => {
    const all = [...leafCategories, otherCategory].sort();
    expect(Object.keys(categoryMix).sort()).toEqual(all);
    expect(Object.keys(buyerTexts).sort()).toEqual(all);
    expect(Object.values(categoryMix).every((weight) => weight > 0)).toBe(true);
  });

  it("has a share for each hour", () => {
    expect(hourlyCurve).toHaveLength(24);
    expect(hourlyCurve.every((share) => share > 0)).toBe(true);
  });
});
