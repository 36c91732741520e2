/**
 * Routing: what one pick costs while agents are given tickets, end them and come and go. The policy's own code is
 * timed, with its decision written out and its waiting tickets asked; the same tickets are placed a second time by a
 * strategy that has to look at everybody, and each answer must be the same agent.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  builtInStrategies,
  type CompiledRouting,
  compileRouting,
  createLoadState,
  type LoadState,
  type RoutingRequest,
  type RoutingStrategy,
} from "@sluice/engine";
import type { Agent, SluiceDocument } from "@sluice/schemas";

const sizes = [100, 1_000, 10_000];
const skills = 50;
const skillsEach = 5;
const picks = Number(process.env.SLUICE_BENCH_PICKS ?? 20_000);
/** Picks that are made twice, by the index and by a scan. */
const checked = 1_000;
const scans = 300;
/** Until every need has its index and agents carry what they do on average. */
const warmUp = (agents: readonly Agent[]): number => 20_000 + loadEach * agents.length;
const runs = 5;
const monday = Date.UTC(2026, 2, 2, 2);
const shops = 10;
/** Tickets that agents carry on average: some are full, most are not. */
const loadEach = 3;

/** A repeatable source of numbers from 0 to 1 (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const below = (random: () => number, end: number): number => Math.floor(random() * end);

const agentsOf = (count: number): readonly Agent[] => {
  const random = createRandom(count);
  return Array.from({ length: count }, (_, at) => ({
    id: `a${String(at).padStart(5, "0")}`,
    name: `a${at}`,
    groups: ["front"],
    skills: Object.fromEntries(
      Array.from({ length: skillsEach }, () => [`skill-${below(random, skills)}`, 1 + below(random, 5)]),
    ),
    capacity: { chat: 3, ticket: 2 + below(random, 8) },
    ...(at % 10 === 0 ? { shops: [`shop-${below(random, shops)}`, `shop-${below(random, shops)}`] } : {}),
    ...(at % 4 === 0 ? { shifts: [at % 8 === 0 ? "day" : "night"] } : {}),
  }));
};

const label = { zh: "", en: "" };
const shifts = [
  { key: "day", label, start: "08:00", end: "20:00", weekdays: [1, 2, 3, 4, 5, 6, 7] },
  { key: "night", label, start: "20:00", end: "08:00", weekdays: [1, 2, 3, 4, 5, 6, 7] },
];

/** One route a skill, and one for everybody. */
const policyOf = (strategy: string): SluiceDocument<"routing"> => ({
  kind: "routing",
  key: "default",
  name: "default",
  formatVersion: 1,
  spec: {
    routes: [
      ...Array.from({ length: skills }, (_, at) => ({
        id: `skill-${at}`,
        when: { fact: "ticket.category", operator: "equal", value: `skill-${at}` },
        steps: [{ group: "front", strategy, skills: [{ skill: `skill-${at}`, level: 2 }], timeout: "PT0S" }],
      })),
      { id: "all", steps: [{ group: "front", strategy }] },
    ],
    fallback: { pool: "general" },
    pools: { general: {} },
  },
});

/** The same order under another id, told to hang on a cursor of its own: the engine then scans. */
const scanned = ({ circular: _, ...strategy }: RoutingStrategy): RoutingStrategy => ({
  ...strategy,
  keepsCursor: true,
  compare: (a, b, context) => strategy.compare(a, b, context),
});

interface Desk {
  readonly routing: CompiledRouting;
  readonly load: LoadState;
  /** Whose tickets are under way, one entry a ticket. */
  readonly carried: string[];
}

function openDesk(strategy: RoutingStrategy, agents: readonly Agent[]): Desk {
  const routing = compileRouting(policyOf(strategy.definition.id), {
    agents,
    groups: [],
    shifts,
    strategies: [strategy],
  });
  const load = createLoadState();
  load.begin();
  for (const { id } of agents) load.setPresence(id, "online", monday);
  load.commit();
  return { routing, load, carried: [] };
}

const request = (random: () => number, at: number, skilled: boolean): RoutingRequest => ({
  ticket: `t${at}`,
  facts: { "ticket.category": skilled && random() < 0.9 ? `skill-${below(random, skills)}` : "other" },
  kind: "ticket",
  shop: random() < 0.3 ? `shop-${below(random, shops)}` : null,
  status: "open",
  priority: "P2",
  due: null,
  createdAt: monday + at,
  escalated: false,
});

/** What happens between two picks is drawn beforehand, so that only routing is timed. */
interface Turn {
  readonly ticket: RoutingRequest;
  readonly now: number;
  /** Whose presence changes. */
  readonly who: number;
  readonly online: boolean;
  /** Which of the tickets that are carried ends, as a share of them. */
  readonly ends: number;
}

const turnsOf = (count: number, agents: number, seed: number): readonly Turn[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, at) => ({
    ticket: request(random, at, true),
    now: monday + at * 250,
    who: below(random, agents),
    online: random() < 0.7,
    ends: random(),
  }));
};

/** One turn: somebody comes or goes, a ticket ends where enough are carried, one is placed. Answers who got it. */
function play(desk: Desk, agents: readonly Agent[], turn: Turn, took: number[]): string {
  const { routing, load, carried } = desk;
  load.setPresence(agents[turn.who]?.id ?? "", turn.online ? "online" : "break", turn.now);
  if (carried.length > loadEach * agents.length) end(desk, turn.ends);
  const begin = performance.now();
  const { outcome } = routing.place(load, turn.ticket, turn.now);
  took.push(performance.now() - begin);
  if (outcome.type !== "assigned") return outcome.type;
  carried.push(outcome.agent);
  return outcome.agent;
}

/** Ends the ticket at a share of the list; the last one takes its place. */
function end({ load, carried }: Desk, share: number): void {
  const at = Math.floor(share * carried.length);
  const last = carried.pop();
  const ended = carried[at] ?? last;
  if (last !== undefined && at < carried.length) carried[at] = last;
  if (ended !== undefined) load.removeTicket(ended, { kind: "ticket", status: "open", claimedFrom: null });
}

function playAll(
  desk: Desk,
  agents: readonly Agent[],
  turns: readonly Turn[],
  took: number[] = [],
): readonly string[] {
  const answers: string[] = [];
  for (const [at, turn] of turns.entries()) {
    if (at % 250 === 0) desk.load.begin();
    answers.push(play(desk, agents, turn, took));
    if (at % 250 === 249 || at === turns.length - 1) desk.load.commit();
  }
  return answers;
}

function mustAgree(strategy: RoutingStrategy, agents: readonly Agent[]): void {
  const turns = turnsOf(checked, agents.length, 7);
  const indexed = playAll(openDesk(strategy, agents), agents, turns);
  const plain = playAll(openDesk(scanned(strategy), agents), agents, turns);
  const at = indexed.findIndex((who, index) => who !== plain[index]);
  if (at >= 0)
    throw new Error(`${strategy.definition.id}: pick ${at} gave ${indexed[at]}, a scan ${plain[at]}`);
}

interface Timed {
  /** Processor time of a whole turn, µs. */
  readonly turn: number;
  /** The middle one of all picks, µs: what else the machine does falls on few of them. */
  readonly pick: number;
  readonly p99: number;
}

function timeTurns(desk: Desk, agents: readonly Agent[], seed: number): Timed {
  const turns = turnsOf(picks, agents.length, seed);
  const took: number[] = [];
  const before = process.cpuUsage();
  playAll(desk, agents, turns, took);
  const { user, system } = process.cpuUsage(before);
  took.sort((a, b) => a - b);
  const at = (share: number) => 1000 * (took[Math.floor(share * took.length)] ?? 0);
  return { turn: (user + system) / picks, pick: at(0.5), p99: at(0.99) };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const round = (value: number): number => Number(value.toFixed(1));

/** Every need of the policy asked until each has its index, as after a start. */
function openWarm(strategy: RoutingStrategy, agents: readonly Agent[]): Desk {
  const desk = openDesk(strategy, agents);
  playAll(desk, agents, turnsOf(warmUp(agents), agents.length, 99));
  return desk;
}

function figures(strategy: RoutingStrategy, agents: readonly Agent[]) {
  mustAgree(strategy, agents);
  const desk = openWarm(strategy, agents);
  const times = Array.from({ length: runs }, (_, run) => timeTurns(desk, agents, run + 2));
  const picksOf = times.map(({ pick }) => pick);
  return {
    strategy: strategy.definition.id,
    agents: agents.length,
    "pick µs": round(median(picksOf)),
    "of five runs": `${round(Math.min(...picksOf))}–${round(Math.max(...picksOf))}`,
    "p99 µs": round(median(times.map(({ p99 }) => p99))),
    "turn, CPU µs": round(median(times.map(({ turn }) => turn))),
  };
}

/** The same turns by a strategy that looks at everybody. */
const scanFigure = (strategy: RoutingStrategy, agents: readonly Agent[]): number => {
  const desk = openDesk(scanned(strategy), agents);
  const turns = turnsOf(scans, agents.length, 3);
  playAll(desk, agents, turns);
  const before = process.cpuUsage();
  playAll(desk, agents, turns);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / scans;
};

/** What the first index of everybody costs, ms: it is made by the third pick of a need. */
function buildMs(strategy: RoutingStrategy, agents: readonly Agent[]): number {
  const { routing, load } = openDesk(strategy, agents);
  const random = createRandom(1);
  load.begin();
  const took = Array.from({ length: 4 }, (_, at) => {
    const begin = performance.now();
    routing.place(load, request(random, at, false), monday);
    return performance.now() - begin;
  });
  load.rollback();
  return took[2] ?? 0;
}

/** MB that the indexes of every need take. */
function indexMb(strategy: RoutingStrategy, agents: readonly Agent[]): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const taken = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1_048_576;
  };
  const desk = openDesk(strategy, agents);
  const before = taken();
  playAll(desk, agents, turnsOf(warmUp(agents), agents.length, 99));
  const after = taken();
  // Asked once more, so that the desk is still there when it is weighed.
  playAll(desk, agents, turnsOf(1, agents.length, 1));
  return after - before;
}

/** Runs the bench: each strategy at each size. */
export async function bench() {
  const rows: ReturnType<typeof figures>[] = [];
  for (const size of sizes)
    for (const strategy of builtInStrategies) rows.push(figures(strategy, agentsOf(size)));
  const [least] = builtInStrategies;
  const most = agentsOf(Math.max(...sizes));
  if (!least) throw new Error("there is no strategy");
  const pickOf = (agents: number) =>
    median(rows.filter((row) => row.agents === agents).map((row) => row["pick µs"]));
  const scan = scanFigure(least, most);
  const pick = pickOf(most.length);
  return {
    rows,
    pickMicroseconds: pick,
    /** From 100 to 10,000 agents. */
    growth: Number((pick / pickOf(sizes[0] ?? 0)).toFixed(2)),
    scanMicroseconds: round(scan),
    timesScan: round(scan / pick),
    buildMs: round(median(Array.from({ length: runs }, () => buildMs(least, most)))),
    indexMb: round(indexMb(least, most)),
  };
}
