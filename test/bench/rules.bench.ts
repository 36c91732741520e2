/**
 * Classification: our index beside json-rules-engine and ZEN, on the same rules and tickets, each answer compared.
 * `SLUICE_BENCH_FULL=1` compares json-rules-engine on 1,000 tickets at 10,000 rules too, which takes minutes.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type CompiledClassification, compileClassification, type Facts } from "@sluice/engine";
import {
  type BenchHouse,
  type BenchTicket,
  benchHouse,
  matchesPerTicket,
  toFacts,
  toSpec,
} from "./rules-data.ts";
import { jsonRulesEngine, type Match, zen } from "./rules-peers.ts";

const runs = 5;
const full = process.env.SLUICE_BENCH_FULL === "1";

/** How many tickets each engine is timed on in one run: enough for a figure, little enough to wait for. */
const plan = [
  { rules: 100, ours: 100_000, zen: 2_000, jre: 400 },
  { rules: 1_000, ours: 100_000, zen: 400, jre: 40 },
  { rules: 10_000, ours: 50_000, zen: 40, jre: full ? 200 : 3 },
];
const growthMs = 5_000;
/** Distinct tickets; they are taken round and round. */
const distinct = 1_000;

const ticketAt = (house: BenchHouse, index: number): BenchTicket =>
  house.tickets[index % house.tickets.length] as BenchTicket;

/** Tickets per second, and that each of them had the right answer. */
type Timed = (from: number, count: number) => Promise<number>;

const perSecond = (count: number, begin: number): number => (count * 1_000) / (performance.now() - begin);

function timeOurs(compiled: CompiledClassification, house: BenchHouse): Timed {
  const facts = house.tickets.map(toFacts);
  return async (from, count) => {
    const begin = performance.now();
    let tags = 0;
    for (let index = from; index < from + count; index += 1) {
      const answer = compiled.classify(facts[index % facts.length] as (typeof facts)[number], { now: 0 });
      if (!("needs" in answer)) tags += answer.tags.length;
    }
    const rate = perSecond(count, begin);
    if (tags < count) throw new Error("a ticket has no tags");
    return rate;
  };
}

/** Checks the answers after the clock is read. */
function timePeer(name: string, match: Match, house: BenchHouse, expected: readonly string[]): Timed {
  return async (from, count) => {
    const answers: (readonly string[])[] = [];
    const begin = performance.now();
    for (let index = from; index < from + count; index += 1)
      answers.push(await match(ticketAt(house, index)));
    const rate = perSecond(count, begin);
    for (const [index, answer] of answers.entries())
      if ([...answer].sort().join() !== expected[(from + index) % expected.length])
        throw new Error(`${name} answers otherwise: ${JSON.stringify(ticketAt(house, from + index))}`);
    return rate;
  };
}

/** The ids of the rules that match each ticket, as text. */
const answersOf = (compiled: CompiledClassification, house: BenchHouse): readonly string[] =>
  house.tickets.map((ticket) => {
    const answer = compiled.classify(toFacts(ticket), { now: 0 });
    return "needs" in answer ? "" : [...answer.matched].sort().join();
  });

interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] as number;
  return { median: at(sorted.length >> 1), min: at(0), max: at(sorted.length - 1) };
}

const collectGarbage = (): void => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  // What the first leaves to finalizers, the second takes.
  collect();
  collect();
};

const bytesInUse = (): number => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** Milliseconds to compile a ruleset, and what it then takes, in MB. */
function timeCompile(house: BenchHouse) {
  const spec = toSpec(house.rules);
  const times: number[] = [];
  const before = bytesInUse();
  let compiled = compileClassification({ spec });
  const megabytes = (bytesInUse() - before) / 1e6;
  for (let run = 0; run < runs; run += 1) {
    const begin = performance.now();
    compiled = compileClassification({ spec });
    times.push(performance.now() - begin);
  }
  return { compiled, compileMs: spreadOf(times), megabytes };
}

async function measure({ rules, ...counts }: (typeof plan)[number]) {
  const house = benchHouse(rules, distinct);
  const { compiled, compileMs, megabytes } = timeCompile(house);
  const expected = answersOf(compiled, house);
  const zenMatch = zen(house.rules);
  const timed = {
    ours: timeOurs(compiled, house),
    zen: timePeer("ZEN", zenMatch, house, expected),
    jre: timePeer("json-rules-engine", jsonRulesEngine(house.rules), house, expected),
  };
  for (const name of ["ours", "zen", "jre"] as const) await timed[name](0, Math.ceil(counts[name] / 4));
  const rates = { ours: [] as number[], zen: [] as number[], jre: [] as number[] };
  for (let run = 0; run < runs; run += 1)
    for (const name of ["ours", "zen", "jre"] as const) {
      // Nobody pays for what another left behind.
      collectGarbage();
      rates[name].push(await timed[name](run * counts[name], counts[name]));
    }
  // Every ticket once, whatever was timed.
  await timed.zen(0, rules < 10_000 || full ? distinct : 100);
  if (rules < 10_000) await timed.jre(0, rules < 1_000 || full ? distinct : 200);
  zenMatch.dispose();
  const [ours, byZen, byJre] = [spreadOf(rates.ours), spreadOf(rates.zen), spreadOf(rates.jre)];
  return {
    rules,
    ours,
    zen: byZen,
    jsonRulesEngine: byJre,
    timesZen: ours.median / byZen.median,
    timesJsonRulesEngine: ours.median / byJre.median,
    compileMs,
    megabytes,
  };
}

/** Milliseconds for one pass over all tickets. */
function timePass(compiled: CompiledClassification, facts: readonly Facts[]): number {
  const begin = performance.now();
  for (const one of facts) compiled.classify(one, { now: 0 });
  return performance.now() - begin;
}

/**
 * How much longer a ticket takes in the largest ruleset than in the smallest: passes of a few milliseconds turn by
 * turn, so that whatever else the machine does disturbs both alike; the median, and the undisturbed tenth of them.
 */
function measureGrowth(houses: readonly BenchHouse[]) {
  const sides = houses.map((house) => ({
    compiled: compileClassification({ spec: toSpec(house.rules) }),
    facts: house.tickets.slice(0, 500).map(toFacts),
    passes: [] as number[],
  }));
  const end = performance.now() + growthMs;
  while (performance.now() < end)
    for (const { compiled, facts, passes } of sides) passes.push(timePass(compiled, facts));
  const at = (share: number) => {
    const [small, large] = sides.map(
      ({ passes }) => passes.sort((a, b) => a - b)[Math.floor(passes.length * share)],
    );
    return Number(((large ?? 0) / (small ?? 1)).toFixed(2));
  };
  return { growth: at(0.5), growthUndisturbed: at(0.1) };
}

const short = ({ median, min, max }: Spread): string =>
  `${Math.round(median)} (${Math.round(min)}–${Math.round(max)})`;

const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, one) =>
    typeof one === "number" ? Math.round(one * 10) / 10 : one,
  );

/** Runs the bench; rates are tickets per second, medians of five runs with the lowest and highest. */
export async function bench() {
  const growth = measureGrowth([benchHouse(100, distinct), benchHouse(10_000, distinct)]);
  const sizes = [];
  for (const size of plan) sizes.push(await measure(size));
  return {
    rows: sizes.map((size) => ({
      rules: size.rules,
      "Sluice/s": short(size.ours),
      "ZEN/s": short(size.zen),
      "json-rules-engine/s": short(size.jsonRulesEngine),
      "× ZEN": Math.round(size.timesZen),
      "× json-rules-engine": Math.round(size.timesJsonRulesEngine),
      "compile ms": short(size.compileMs),
      MB: Number(size.megabytes.toFixed(1)),
    })),
    matchesPerTicket,
    ...growth,
    sizes: rounded(sizes),
  };
}
