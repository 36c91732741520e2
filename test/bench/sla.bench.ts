/**
 * SLA: how many due times a second over calendars of one to fifty years of holidays, beside a business-hours library
 * on the same calendar, whose answers must be the same; and whole policies, ticket by ticket.
 */
import { type CompiledCalendar, compileCalendar, compileDefinitions, step } from "@sluice/engine";
import type { AnyDocument, CalendarSpec } from "@sluice/schemas";
import { createTicketGenerator, ecommerceStarter } from "@sluice/schemas/starter";
import { createPeer } from "./business-hours-peer.js";

const runs = 5;
const questions = Number(process.env.SLUICE_BENCH_DUES ?? 1_000_000);
const peerQuestions = 300;
const policyTickets = 20_000;
const firstYear = 2026;
const minute = 60_000;

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

const office: [string, string][] = [
  ["09:00", "12:00"],
  ["13:00", "18:00"],
];

/** Office hours with a break, and twelve closed dates in each of `years` years. */
function calendarOf(years: number): CalendarSpec & { readonly dates: Record<string, { hours: [] }> } {
  const random = createRandom(years);
  const dates: Record<string, { hours: [] }> = {};
  for (let at = 0; at < years * 12; at += 1) {
    const day = Date.UTC(firstYear + Math.floor(at / 12), at % 12, 1 + Math.floor(random() * 28));
    dates[new Date(day).toISOString().slice(0, 10)] = { hours: [] };
  }
  const hours = { mon: office, tue: office, wed: office, thu: office, fri: office };
  return { timezone: "Asia/Shanghai", hours, dates };
}

interface Question {
  readonly from: number;
  readonly ms: number;
}

/** Starts anywhere in the years, targets of 1 minute to 40 hours. */
function questionsOf(years: number, count: number): readonly Question[] {
  const random = createRandom(count);
  const first = Date.UTC(firstYear, 0, 2);
  const span = Date.UTC(firstYear + years, 0, 1) - first - 30 * 86_400_000;
  return Array.from({ length: count }, () => ({
    from: first + Math.floor((random() * span) / minute) * minute,
    ms: (1 + Math.floor(random() * 2_400)) * minute,
  }));
}

/** CPU seconds that `work` takes; the machine may be shared. */
function cpuSeconds(work: () => void): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1_000_000;
}

/** Times per second of five runs: the median, and the slowest and fastest. */
function perSecond(count: number, work: () => void) {
  work();
  const rates = Array.from({ length: runs }, () => count / cpuSeconds(work)).sort((a, b) => a - b);
  return { median: rates[runs >> 1] ?? 0, spread: `${short(rates[0])}–${short(rates.at(-1))}` };
}

const short = (rate = 0): string =>
  rate >= 10_000 ? `${Math.round(rate / 1000)}k` : String(Math.round(rate));

type Asking = (calendar: CompiledCalendar, question: Question) => number;
const askings: { readonly [what: string]: Asking } = {
  due: (calendar, { from, ms }) => calendar.add(from, ms),
  start: (calendar, { from, ms }) => calendar.subtract(from, ms),
  elapsed: (calendar, { from, ms }) => calendar.between(from, from + 10 * ms),
  "due in 3 working days": (calendar, { from }) => calendar.addWorkingDays(from, 3),
};

function timeCalendar(years: number, what: string) {
  const calendar = compileCalendar(calendarOf(years));
  const sample = questionsOf(years, 4096);
  const ask = askings[what] ?? (() => 0);
  let sink = 0;
  const { median, spread } = perSecond(questions, () => {
    for (let at = 0; at < questions; at += 1) {
      const question = sample[at & 4095];
      if (question) sink += ask(calendar, question);
    }
  });
  if (!Number.isFinite(sink)) throw new Error("an instant is not a number");
  return { what, years, "per second": Math.round(median), spread };
}

/** The same questions to the library; every answer must be ours. */
function timePeer(years: number) {
  const spec = calendarOf(years);
  const calendar = compileCalendar(spec);
  const sample = questionsOf(years, peerQuestions);
  const peer = createPeer(office, Object.keys(spec.dates));
  const wrong = sample.filter(({ from, ms }) => peer.due(from, ms / minute) !== calendar.add(from, ms));
  const { median, spread } = perSecond(peerQuestions, () => {
    for (const { from, ms } of sample) peer.due(from, ms / minute);
  });
  peer.end();
  return {
    what: `due, dayjs-business-time (${wrong.length} of ${peerQuestions} answers differ)`,
    years,
    "per second": Math.round(median),
    spread,
  };
}

/** The starter pack's policy alone: an intake that only starts its clocks. */
const intake: AnyDocument = {
  kind: "workflow",
  key: "intake",
  name: "intake",
  formatVersion: 1,
  spec: {
    nodes: [
      { id: "start", type: "trigger", position: { x: 0, y: 0 }, config: { on: "ticket.created" } },
      { id: "clocks", type: "sla", position: { x: 1, y: 0 }, config: { policy: "default" } },
    ],
    edges: [{ id: "e1", source: "start", sourcePort: "out", target: "clocks" }],
  },
};

/** Whole steps: facts, tiers, targets, clocks with their reminders armed, the decision written out. */
function timePolicy(withClocks: boolean) {
  const documents = [
    ...ecommerceStarter.documents.filter(({ kind }) => kind !== "workflow"),
    ...(withClocks ? [intake] : []),
  ];
  const definitions = compileDefinitions({
    live: documents.map((document) => ({ document, revision: 1 })),
    settings: ecommerceStarter.settings,
    people: ecommerceStarter.people,
  });
  const generator = createTicketGenerator({ seed: 7, from: "2026-11-05T08:00:00+08:00", shape: "ordinary" });
  const events = Array.from({ length: policyTickets }, (_, at) => {
    const { createdAt, ...input } = generator.next();
    const now = Date.parse(createdAt ?? "");
    const ticket = { id: `t${at}`, number: at, input: { ...input, priority: `P${at % 4}` as "P0" } };
    return { type: "ticket.created", ticket, id: `e${at}`, at: now, actor: { type: "customer" } } as const;
  });
  let clocks = 0;
  const { median, spread } = perSecond(policyTickets, () => {
    clocks = 0;
    for (const event of events) clocks += step(definitions, null, event, event.at).ticketState.clocks.length;
  });
  const what = withClocks
    ? `policy: ${(clocks / policyTickets).toFixed(1)} clocks a ticket`
    : "the same tickets without it";
  return { what, years: null, "per second": Math.round(median), spread };
}

/** One row for each question; `due` over 5 years is to be ≥ 1,000,000 a second. */
export async function bench() {
  const rows = [
    ...[1, 5, 20, 50].map((years) => timeCalendar(years, "due")),
    ...Object.keys(askings)
      .slice(1)
      .map((what) => timeCalendar(5, what)),
    timePeer(5),
    timePolicy(true),
    timePolicy(false),
  ];
  const rate = (what: string, years: number) =>
    rows.find((row) => row.what.startsWith(what) && row.years === years)?.["per second"] ?? 0;
  const peer = rows.find(({ what }) => what.includes("dayjs"))?.["per second"] ?? 1;
  return {
    rows,
    timesPeer: Math.round(rate("due", 5) / peer),
    timeOf50YearsOver1: Number((rate("due", 1) / rate("due", 50)).toFixed(2)),
  };
}
