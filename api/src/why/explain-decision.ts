/**
 * Why, and why not: what became of every rule in a classification of the past, by the revision that decided and on the
 * facts that it saw. The ticket is lived through once more; that the same rules match as then is said with the answer.
 */
import {
  type ClassificationContext,
  type ClassificationOptions,
  type CompiledClassification,
  compileClassification,
  compileConditions,
  compileDefinitions,
  type Definitions,
  EngineError,
  FactsNeeded,
  incomingFacts,
  type PublishedDocument,
  type TicketEvent,
} from "@sluice/engine";
import type {
  ClassificationDecision,
  ClassificationSpec,
  ConditionTrace,
  Decision,
  Json,
  RevisionRef,
} from "@sluice/schemas";
import { toIso } from "../clock.ts";
import type { Queryable } from "../database/database.ts";
import type { TicketEventRow } from "../database/entities/tickets.ts";
import { AppError } from "../errors.ts";
import { type HolidaySnapshot, readSnapshots } from "../holidays/holiday-store.ts";
import { liveThen, readRevision } from "./documents-then.ts";
import { replay, type StoredEvent } from "./replay-ticket.ts";

/** Events that are lived through at most; a ticket with more is explained by its first facts. */
const maxEvents = 500;

/** Which decision, and which rule if only one is asked about. */
export interface WhyQuestion {
  readonly ticket: string;
  readonly event: string;
  /** The ruleset; the event's last classification when left out. */
  readonly ruleset?: string | undefined;
  readonly rule?: string | undefined;
}

export interface RuleAnswer {
  readonly id: string;
  readonly name: string;
  readonly campaign?: string;
  readonly state: string;
  readonly gives: { readonly [property: string]: Json };
  /** Every leaf with the value that it saw; of a rule that took no part, what it would have come to. */
  readonly condition: ConditionTrace;
}

export interface WhyAnswer {
  readonly ref: RevisionRef;
  readonly at: string;
  /** True when the same rules match as then: the facts are those that were seen. */
  readonly same: boolean;
  /** The facts that the ruleset reads, as they were. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly rules: readonly RuleAnswer[];
}

/** A ruleset being asked, with all that it takes to ask it again. */
interface Asked {
  readonly compiled: CompiledClassification;
  readonly spec: ClassificationSpec;
  readonly options: ClassificationOptions;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly context: ClassificationContext;
}

/** Compiles as the engine does, and notes down every question that a ruleset decides. */
function listening(heard: Asked[]): typeof compileClassification {
  return (document, options = {}) => {
    const compiled = compileClassification(document, options);
    return {
      ...compiled,
      decision(facts, context) {
        heard.push({ compiled, spec: document.spec, options, facts: { ...facts }, context });
        return compiled.decision(facts, context);
      },
    };
  };
}

const toStored = (row: TicketEventRow): StoredEvent => ({
  event: JSON.parse(row.data) as TicketEvent,
  decisions: JSON.parse(row.decisions) as Decision[],
});

async function readEvents(reader: Queryable, ticket: string, event: string) {
  const rows = await reader.query<TicketEventRow[]>(
    `SELECT * FROM ticket_events WHERE ticket_id = ? AND seq <=
       (SELECT seq FROM ticket_events WHERE ticket_id = ? AND id = ?) ORDER BY seq LIMIT ?`,
    [ticket, ticket, event, maxEvents + 1],
  );
  if (rows.length === 0)
    throw new AppError("resource.not-found", { values: { what: `event ${event} of ticket ${ticket}` } });
  return rows;
}

const refPattern = /^(\w+)\/(.+)@(\d+)$/;

/** The revisions that the events name, for runs and clocks that are pinned to them. */
const refsOf = (rows: readonly TicketEventRow[]): readonly RevisionRef[] =>
  [...new Set(rows.flatMap(({ refs }) => JSON.parse(refs) as string[]))].flatMap((text) => {
    const [, kind, key, revision] = refPattern.exec(text) ?? [];
    return kind && key ? [{ kind: kind as RevisionRef["kind"], key, revision: Number(revision) }] : [];
  });

/** The house as it was, at any instant; settings and people are those of today. */
class HouseThen {
  readonly #reader: Queryable;
  readonly #today: Definitions;
  readonly #pinned: readonly PublishedDocument[];
  readonly #snapshots: readonly HolidaySnapshot[];
  readonly #known = new Map<string, Definitions>();
  /** What rulesets were asked since it was emptied last. */
  readonly heard: Asked[] = [];

  constructor(
    reader: Queryable,
    today: Definitions,
    pinned: readonly PublishedDocument[],
    snapshots: readonly HolidaySnapshot[],
  ) {
    this.#reader = reader;
    this.#today = today;
    this.#pinned = pinned;
    this.#snapshots = snapshots;
  }

  /** What was live then, with the very revisions that were used in the place of those found by their date. */
  async at(at: number, used: readonly RevisionRef[]): Promise<Definitions> {
    const found = await liveThen(this.#reader, at, this.#snapshots);
    const exact = this.#pinned.filter(({ document, revision }) =>
      used.some((ref) => ref.kind === document.kind && ref.key === document.key && ref.revision === revision),
    );
    const named = new Set(exact.map(({ document }) => `${document.kind}/${document.key}`));
    const live = [
      ...found.filter(({ document }) => !named.has(`${document.kind}/${document.key}`)),
      ...exact,
    ];
    const id = live.map(({ document, revision }) => `${document.kind}/${document.key}@${revision}`).join();
    const known = this.#known.get(id);
    if (known) return known;
    const { settings, people, actions, isFetched } = this.#today;
    const definitions = compileDefinitions({
      ...{ live, pinned: this.#pinned, settings, people, actions },
      ...(isFetched ? { fetched: isFetched } : {}),
      compileRuleset: listening(this.heard),
    });
    this.#known.set(id, definitions);
    return definitions;
  }
}

/** The decision that is asked about: the event's last by the ruleset. */
function decisionOf(decisions: readonly Decision[], question: WhyQuestion): ClassificationDecision {
  const found = decisions.findLast(
    (one) =>
      one.kind === "classification" && (question.ruleset === undefined || one.ref.key === question.ruleset),
  );
  if (found?.kind === "classification") return found;
  throw new AppError("resource.not-found", {
    values: { what: `classification in event ${question.event}` },
  });
}

const idsOf = (rules: readonly { readonly id: string }[]): string => rules.map(({ id }) => id).join("\n");

/** What the decision was asked, by living through the ticket; `undefined` where that is not possible any more. */
async function heardAgain(
  rows: readonly TicketEventRow[],
  house: HouseThen,
  decision: ClassificationDecision,
): Promise<Asked | undefined> {
  const { heard } = house;
  const last = rows.at(-1)?.id;
  try {
    const used = new Map(rows.map((row) => [row.id, refsOf([row])]));
    await replay(rows.map(toStored), async (event) => {
      // Of the event itself only: what was decided before it is another decision.
      if (event.id === last) heard.length = 0;
      return house.at(event.at, used.get(event.id) ?? []);
    });
  } catch (error) {
    // What was live then cannot be known exactly: an event may not fit any more.
    if (error instanceof EngineError || error instanceof FactsNeeded) return undefined;
    throw error;
  }
  return heard.findLast(({ options }) => options.ref?.key === decision.ref.key);
}

/** Without a replay: the ticket as it came in. */
async function heardAtFirst(
  row: TicketEventRow | undefined,
  house: HouseThen,
  decision: ClassificationDecision,
): Promise<Asked | undefined> {
  const event = row && (JSON.parse(row.data) as TicketEvent);
  if (event?.type !== "ticket.created") return undefined;
  house.heard.length = 0;
  const definitions = await house.at(decision.at, [decision.ref]);
  const facts = incomingFacts(definitions, event.ticket, event.at, event.facts);
  definitions.classification(decision.ref.key, decision.at)?.decision(facts, { now: decision.at });
  return house.heard.at(-1);
}

function answersOf(asked: Asked, only: string | undefined): readonly RuleAnswer[] {
  const { compiled, spec, options, facts, context } = asked;
  const written = [...(options.overlays ?? []).flatMap(({ prepend }) => prepend), ...spec.rules];
  const answers = compiled
    .explain(facts, context)
    .rules.map((rule, index) => ({ rule, when: written[index]?.when }));
  return answers.flatMap(({ rule, when }) => {
    if (when === undefined || (only !== undefined && rule.id !== only)) return [];
    // The trace of a ruleset is shortened, and leaves out rules that took no part.
    const whole = () => compileConditions(when, options).explain(facts, context);
    const condition = only === undefined ? (rule.condition ?? whole()) : whole();
    return [{ ...rule, condition }];
  });
}

/**
 * Explains a decision of the past, rule by rule; with `rule` that one alone, its values unshortened.
 * @throws AppError `resource.not-found` for an event without such a decision, or a rule that the revision has not.
 */
export async function explainDecision(
  reader: Queryable,
  today: Definitions,
  question: WhyQuestion,
): Promise<WhyAnswer> {
  const rows = await readEvents(reader, question.ticket, question.event);
  const target = rows.at(-1);
  const isWhole = rows.length <= maxEvents && target !== undefined;
  const decided = isWhole ? target : await readEvent(reader, question.event);
  const decision = decisionOf(JSON.parse(decided.decisions) as Decision[], question);
  const snapshots = await readSnapshots(reader);
  const pinned: PublishedDocument[] = [];
  for (const ref of refsOf([...rows, decided])) {
    const found = await readRevision(reader, ref, snapshots);
    if (found) pinned.push(found);
  }
  const house = new HouseThen(reader, today, pinned, snapshots);
  const asked =
    (isWhole ? await heardAgain(rows, house, decision) : undefined) ??
    (await heardAtFirst(rows[0], house, decision));
  if (!asked) throw new AppError("resource.not-found", { values: { what: "revision that decided" } });
  const rules = answersOf(asked, question.rule);
  if (question.rule !== undefined && rules.length === 0)
    throw new AppError("resource.not-found", { values: { what: `rule ${question.rule}` } });
  const matched = asked.compiled.decision(asked.facts, asked.context).matched;
  return {
    ...{ ref: decision.ref, at: toIso(decision.at), same: idsOf(matched) === idsOf(decision.matched) },
    facts: Object.fromEntries(asked.compiled.facts.map((fact) => [fact, asked.facts[fact]])),
    rules,
  };
}

async function readEvent(reader: Queryable, id: string): Promise<TicketEventRow> {
  const [row] = await reader.query<TicketEventRow[]>("SELECT * FROM ticket_events WHERE id = ?", [id]);
  if (row) return row;
  throw new AppError("resource.not-found", { values: { what: `event ${id}` } });
}
