/**
 * An endless stream of tickets in order of time, in constant memory and without clock or chance of
 * its own. Arrivals are a Poisson process whose rate follows the hour of the day and, with the shape
 * `double11`, the surges of the sale.
 */
import type { TicketInput } from "../../ticket.ts";
import { fillSlots } from "../samples/slots.ts";
import { buyerTexts } from "../samples/texts.ts";
import { categoryMix, double11Surges, hourlyCurve, ordinaryPerDay, priceProtection } from "./mix.ts";
import { makeParties } from "./parties.ts";
import { createRandom, createWeighted, type Random } from "./random.ts";
import { vary } from "./wording.ts";

export interface TicketGeneratorOptions {
  /** Any 32-bit integer; the same seed gives the same tickets. */
  readonly seed: number;
  /** ISO 8601 instant of the first moment; with `double11` it is the opening evening (10 November 20:00). */
  readonly from: string;
  readonly shape: "ordinary" | "double11";
  /** Tickets of an ordinary day; 20,000 unless told. */
  readonly perDay?: number;
}

export interface TicketGenerator {
  /** The next ticket; `createdAt` never goes back. */
  next(): TicketInput;
}

const hour = 3_600_000;
const beijing = 8 * hour;
const categories = Object.keys(categoryMix);
const curveTotal = hourlyCurve.reduce((sum, share) => sum + share, 0);

interface Hour {
  /** Tickets per millisecond. */
  readonly rate: number;
  readonly pickCategory: (random: Random) => number;
}

function surgeFactor(category: string, hours: number): number {
  const sheltered = (priceProtection.categories as readonly string[]).includes(category);
  if (sheltered && hours < priceProtection.untilHour) return priceProtection.factor;
  const surge = double11Surges.find(({ fromHour, untilHour }) => hours >= fromHour && hours < untilHour);
  const prefix = `${category.split(".")[0]}.`;
  return surge?.factors[prefix] ?? 1;
}

/** Rate and mix of one hour: `hours` since the start, `clock` the hour of the day. */
function hourOf(hours: number, clock: number, options: TicketGeneratorOptions): Hour {
  const weights = categories.map(
    (category) =>
      (categoryMix[category] ?? 0) * (options.shape === "double11" ? surgeFactor(category, hours) : 1),
  );
  const ordinary = Object.values(categoryMix).reduce((sum, weight) => sum + weight, 0);
  const surge = weights.reduce((sum, weight) => sum + weight, 0) / ordinary;
  const perHour = ((options.perDay ?? ordinaryPerDay) * (hourlyCurve[clock] ?? 0)) / curveTotal;
  return { rate: (perHour * surge) / hour, pickCategory: createWeighted(weights) };
}

/** Draws arrival times; the rate is taken anew at every full hour. */
function createArrivals(options: TicketGeneratorOptions, start: number, random: Random) {
  let at = start;
  let until = start;
  let current: Hour = { rate: 0, pickCategory: () => 0 };
  const enterHour = (): void => {
    const clock = Math.floor(((at + beijing) % (24 * hour)) / hour);
    current = hourOf(Math.floor((at - start) / hour), clock, options);
    until = (Math.floor(at / hour) + 1) * hour;
  };
  return (): { at: number; hour: Hour } => {
    for (;;) {
      if (at >= until) enterHour();
      const arrival = at - Math.log(1 - random.next()) / current.rate;
      if (arrival < until) {
        at = arrival;
        return { at, hour: current };
      }
      at = until;
    }
  };
}

/** Creates a stream; throws a `RangeError` when `from` is no instant. */
export function createTicketGenerator(options: TicketGeneratorOptions): TicketGenerator {
  const start = Date.parse(options.from);
  if (Number.isNaN(start)) throw new RangeError(`from is not an ISO 8601 instant: ${options.from}`);
  const random = createRandom(options.seed);
  const nextArrival = createArrivals(options, start, random);
  let count = 0;
  return {
    next() {
      const arrival = nextArrival();
      const category = categories[arrival.hour.pickCategory(random)] ?? "presales.other";
      const parties = makeParties(category, random);
      const text = fillSlots(random.pick(buyerTexts[category] ?? ["在吗"]), random, parties.channel);
      count += 1;
      return {
        ...parties,
        externalId: `g${options.seed}-${count}`,
        ...vary(text, random),
        createdAt: new Date(Math.floor(arrival.at)).toISOString(),
      };
    },
  };
}
