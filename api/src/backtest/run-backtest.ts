/**
 * A backtest: past tickets as they came in, once by what is live and once with drafts in its place.
 * Both sides are computed now, by the same code: what differs comes from the drafts alone.
 */
import { type Definitions, EngineError, incomingFacts } from "@sluice/engine";
import { type AnyDocument, Json, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import type { Queryable } from "../database/database.ts";
import { parseDrafts } from "../documents/parse-drafts.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { IncomingTicket } from "../tickets/as-it-came-in.ts";
import {
  type BurstOutcome,
  burstDiffers,
  burstOutcome,
  type Classified,
  classificationDiffers,
  classifiedBy,
  type Part,
  parts,
} from "./outcome.ts";
import { PastTickets, pastTickets } from "./past-tickets.ts";
import { createSlices, type Slices } from "./slices.ts";

/** The body of `POST /backtest`. */
export const Backtest = Type.Object(
  {
    documents: Type.Array(Json, { minItems: 1, maxItems: 100 }),
    tickets: Type.Optional(PastTickets),
  },
  strict,
);
export type Backtest = Static<typeof Backtest>;

/** The whole takes at most so long, ms of the machine. */
const maxMs = 10_000;
const maxChanges = 200;

type Outcome = Classified & Partial<BurstOutcome>;

/** One ticket that comes out differently; what lies beyond the classification is there where the whole burst was run. */
export interface Change {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  /** The parts that differ. */
  readonly parts: readonly Part[];
  readonly before: Outcome;
  readonly after: Outcome;
}

export interface BacktestResult {
  readonly examined: number;
  readonly changed: number;
  /** Tickets whose burst one of the two sides refuses: they are in neither count. */
  readonly failed: number;
  /** False when the time ran out before every ticket asked for was examined. */
  readonly complete: boolean;
  /** Tickets that differ in each part; `null` = not known, as not every changed ticket's whole burst was run. */
  readonly counts: { readonly [P in Part]: number | null };
  readonly changes: readonly Change[];
  readonly tookMs: number;
}

interface Sides {
  readonly live: Definitions;
  readonly tried: Definitions;
}

interface Pair {
  readonly before: Outcome;
  readonly after: Outcome;
  readonly differing: readonly Part[];
}

function wholeBurst({ live, tried }: Sides, past: IncomingTicket): Pair {
  const [before, after] = [burstOutcome(live, past), burstOutcome(tried, past)];
  return {
    before,
    after,
    differing: [...classificationDiffers(before, after), ...burstDiffers(before, after)],
  };
}

/** Only rulesets differ, and this ticket went through one of them alone: nothing else has to be run to see whether it changes. */
function rulesetAlone({ live, tried }: Sides, ruleset: string, past: IncomingTicket): Pair | null {
  const facts = incomingFacts(live, past.ticket, past.at, past.facts);
  const before = classifiedBy(live, ruleset, past, facts);
  const after = classifiedBy(tried, ruleset, past, facts);
  return before && after ? { before, after, differing: classificationDiffers(before, after) } : null;
}

/** How a ticket is compared: by its ruleset alone where nothing but rulesets is tried. */
function comparison(sides: Sides, drafts: readonly AnyDocument[]): (past: IncomingTicket) => Pair | null {
  if (drafts.some(({ kind }) => kind !== "classification")) return (past) => wholeBurst(sides, past);
  const tried = new Set(drafts.map(({ key }) => key));
  return (past) => {
    const [ruleset, ...more] = past.rulesets;
    if (!past.rulesets.some((key) => tried.has(key))) return null;
    if (ruleset === undefined || more.length > 0) return wholeBurst(sides, past);
    return rulesetAlone(sides, ruleset, past);
  };
}

class Report {
  examined = 0;
  changed = 0;
  failed = 0;
  readonly counts = Object.fromEntries(parts.map((part) => [part, 0])) as Record<Part, number>;
  readonly changes: { change: Change; past: IncomingTicket }[] = [];
  /** Changed tickets of which only the classification is known. */
  #bare = 0;

  add(past: IncomingTicket, pair: Pair | null): void {
    this.examined += 1;
    if (!pair || pair.differing.length === 0) return;
    this.changed += 1;
    if (!pair.before.dues) this.#bare += 1;
    this.#count(pair.differing);
    if (this.changes.length >= maxChanges) return;
    const { id: ticketId, number, subject } = past;
    const { before, after, differing } = pair;
    this.changes.push({ past, change: { ticketId, number, subject, parts: differing, before, after } });
  }

  /** The listed changes that were seen by their ruleset alone get the rest of their burst. */
  async complete(sides: Sides, slices: Slices): Promise<void> {
    for (const [index, { change, past }] of this.changes.entries()) {
      if (change.before.dues) continue;
      if (!(await slices.breathe())) return;
      const whole = attempt(() => wholeBurst(sides, past));
      if (!whole) continue;
      const more = whole.differing.filter((part) => !change.parts.includes(part) && isBeyond(part));
      this.#count(more);
      this.changes[index] = { past, change: withBurst(change, whole, more) };
      this.#bare -= 1;
    }
  }

  /** True when every changed ticket's whole burst is known. */
  get isWhole(): boolean {
    return this.#bare === 0;
  }

  #count(differing: readonly Part[]): void {
    for (const part of differing) this.counts[part] += 1;
  }
}

const isBeyond = (part: Part): boolean => part === "sla" || part === "routing" || part === "messages";

/** What the ruleset gave stays as it is: a workflow may have set it again afterwards. */
const withBurst = (change: Change, { before, after }: Pair, more: readonly Part[]): Change => ({
  ...change,
  parts: [...change.parts, ...more],
  before: { ...before, ...change.before },
  after: { ...after, ...change.after },
});

/** `null` when a side refuses the ticket. */
function attempt(compare: () => Pair | null): Pair | null | undefined {
  try {
    return compare();
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

/** Runs it, and no further once the caller has gone. Throws `document.invalid` for drafts that could not be published. */
export async function runBacktest(
  runtime: Runtime,
  reader: Queryable,
  body: Backtest,
  gone?: AbortSignal,
): Promise<BacktestResult> {
  const documents = runtime.definitions.documents.map(({ document }) => document);
  const drafts = parseDrafts(body.documents, documents, runtime.checks);
  const sides = { live: runtime.definitions.current, tried: runtime.definitions.withDrafts(drafts) };
  const compare = comparison(sides, drafts);
  const slices = createSlices(maxMs, gone);
  const report = new Report();
  const complete = await examine(pastTickets(reader, body.tickets ?? {}), compare, report, slices);
  await report.complete(sides, slices);
  return toResult(report, complete, slices);
}

/** False when the time ran out first. */
async function examine(
  pages: AsyncIterable<readonly IncomingTicket[]>,
  compare: (past: IncomingTicket) => Pair | null,
  report: Report,
  slices: Slices,
): Promise<boolean> {
  for await (const page of pages)
    for (const past of page) {
      if (!(await slices.breathe())) return false;
      const pair = attempt(() => compare(past));
      if (pair === undefined) report.failed += 1;
      else report.add(past, pair);
    }
  return true;
}

function toResult(report: Report, complete: boolean, { elapsed }: Slices): BacktestResult {
  const { examined, changed, failed, counts, changes, isWhole } = report;
  const beyond = isWhole ? {} : { sla: null, routing: null, messages: null };
  return {
    ...{ examined, changed, failed, complete },
    counts: { ...counts, ...beyond },
    changes: changes.map(({ change }) => change),
    tookMs: Math.round(elapsed),
  };
}
