/**
 * The definitions that are live now, compiled, and the older revisions that open tickets are pinned to.
 * Publishing, people and settings make a new value; a batch keeps the one that it began with.
 */
import {
  compileClassification,
  compileDefinitions,
  type Definitions,
  type People,
  type PublishedDocument,
  type TicketState,
} from "@sluice/engine";
import type {
  ActionDefinition,
  AnyDocument,
  DeclaredStrategyDefinition,
  FactDefinition,
  HolidayDays,
  RevisionRef,
  Settings,
  SluiceDocument,
} from "@sluice/schemas";
import type { Queryable } from "../database/database.ts";
import { readTurn } from "../database/turn.ts";
import { type HolidaySnapshot, inUse, readSnapshots, withHolidays } from "../holidays/holiday-store.ts";
import { type Pause, readPauses } from "../operations/pauses.ts";

export interface LiveDefinitions {
  readonly current: Definitions;
  /** Every live document, for checks and the catalog. */
  readonly documents: readonly PublishedDocument[];
  /**
   * The same house, pinned revisions included, with these drafts (revision 0) in the place of what is live; drafts of
   * calendars are read by these holidays, else by those in use.
   */
  withDrafts(drafts: readonly AnyDocument[], holidays?: HolidayDays): Definitions;
  /** What operators have paused. */
  readonly paused: readonly Pause[];
  /** The holiday data in use. */
  readonly holidays: HolidayDays;
  /** On a shared database: the count of changes of the house that this is the state after; else 0. */
  readonly version: number;
  /** Reads everything anew; inside `transaction` as that sees it. */
  reload(transaction?: Queryable): Promise<void>;
  /** Loads the revisions that these tickets are pinned to, and those named, where they are not there yet. */
  ensure(states: Iterable<TicketState | null>, named?: readonly RevisionRef[]): Promise<void>;
}

interface RevisionRow {
  readonly kind: string;
  readonly key: string;
  readonly revision: number;
  readonly document: string;
}

const toPublished = (row: RevisionRow): PublishedDocument => ({
  document: JSON.parse(row.document) as AnyDocument,
  revision: row.revision,
});

/** Every live document, as `reader` sees it: inside a transaction with what that has published. */
export const readLive = async (reader: Queryable): Promise<readonly PublishedDocument[]> =>
  (
    await reader.query<RevisionRow[]>(
      `SELECT r.kind, r."key", r.revision, r.document FROM revisions r
       JOIN documents d ON d.kind = r.kind AND d."key" = r."key" AND d.live_revision = r.revision
       WHERE d.deleted_at IS NULL ORDER BY r.kind, r."key"`,
    )
  ).map(toPublished);

const readData = async <T>(reader: Queryable, table: string): Promise<readonly T[]> =>
  (await reader.query<{ data: string }[]>(`SELECT data FROM ${table} ORDER BY 1`)).map(
    ({ data }) => JSON.parse(data) as T,
  );

async function readPeople(reader: Queryable): Promise<People> {
  return {
    agents: await readData(reader, "agents"),
    groups: await readData(reader, "groups_"),
    skills: await readData(reader, "skills"),
    shifts: await readData(reader, "shifts"),
  };
}

const noSettings: Settings = {
  workspace: { name: "Sluice", timezone: "Asia/Shanghai", closedFinalDays: 14 },
  fields: [],
  categories: [],
  channels: [],
  shops: [],
};

async function readSettings(reader: Queryable): Promise<Settings> {
  const rows = await reader.query<{ key: string; value: string }[]>(`SELECT "key", value FROM settings`);
  const found = Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
  return { ...noSettings, ...found };
}

/** The revisions that a ticket's next step may look up. */
function* pinnedBy(state: TicketState): Generator<RevisionRef> {
  for (const run of state.runs) yield run.workflow;
  if (state.sla) yield state.sla;
  if (state.routing?.policy) yield state.routing.policy;
  for (const { overlay } of state.clocks)
    if (overlay) yield { kind: "campaign", key: overlay.campaign, revision: overlay.revision };
  for (const clock of state.clocks)
    for (const { calendar } of clock.segments) yield { kind: "calendar", ...calendar };
}

/** Workflows of the campaigns that were cancelled or deleted: without their campaign they would start for every ticket. */
async function readDormant(reader: Queryable): Promise<readonly string[]> {
  const rows = await reader.query<{ document: string }[]>(
    `SELECT r.document FROM documents d JOIN revisions r ON r.kind = d.kind AND r."key" = d."key"
     WHERE d.kind = 'campaign' AND (d.live_revision IS NULL OR d.deleted_at IS NOT NULL) AND r.revision =
       (SELECT MAX(l.revision) FROM revisions l WHERE l.kind = d.kind AND l."key" = d."key")`,
  );
  const gone = rows.map(({ document }) => JSON.parse(document) as SluiceDocument<"campaign">);
  return gone.flatMap(({ spec }) => spec.phases.flatMap(({ workflows }) => workflows ?? []));
}

/** Rulesets and segments are always taken live. */
const canBePinned = ({ kind }: RevisionRef): boolean => kind !== "classification" && kind !== "segment";

const refOf = ({ document, revision }: PublishedDocument): RevisionRef => ({
  kind: document.kind,
  key: document.key,
  revision,
});

const idOf = ({ kind, key, revision }: RevisionRef): string => `${kind}/${key}@${revision}`;

/** What plugins bring that documents may name. */
export interface Offers {
  actions(): readonly ActionDefinition[];
  facts(): readonly FactDefinition[];
  strategies(): readonly DeclaredStrategyDefinition[];
  /** Takes over what other processes have set of it. */
  follow?(db: Queryable): Promise<void>;
}

/** What the plugin host brings, as it is at each moment; `follow` takes over what other processes have set of it. */
export const toOffers = (host: Omit<Offers, "follow">, follow?: Offers["follow"]): Offers => ({
  actions: () => host.actions(),
  facts: () => host.facts(),
  strategies: () => host.strategies(),
  ...(follow ? { follow } : {}),
});

/** How rulesets are made ready beside what is published. */
export type RulesetCompiler = (published: () => readonly PublishedDocument[]) => typeof compileClassification;

/** Creates the store; call `reload` before the first use. */
export function createLiveDefinitions(
  reader: Queryable,
  offers: Offers,
  compilerFor: RulesetCompiler = () => compileClassification,
  shared = false,
): LiveDefinitions {
  let version = 0;
  let live: readonly PublishedDocument[] = [];
  let settings = noSettings;
  let people: People = { agents: [], groups: [], skills: [], shifts: [] };
  let dormant: readonly string[] = [];
  let paused: readonly Pause[] = [];
  let snapshots: readonly HolidaySnapshot[] = [];
  let current = compileDefinitions({ live, settings, people });
  const pinned = new Map<string, PublishedDocument>();
  const loaded = new Set<string>();
  const compileRuleset = compilerFor(() => live);

  /** A paused workflow starts nothing, as one whose campaign is over. */
  const sleeping = (): readonly string[] => [
    ...dormant,
    ...paused.filter(({ kind }) => kind === "workflow").map(({ key }) => key),
  ];

  function offered() {
    const fetched = new Set(offers.facts().map(({ id }) => id));
    return {
      actions: offers.actions(),
      strategies: offers.strategies(),
      ...(fetched.size > 0 ? { fetched: (fact: string) => fetched.has(fact) } : {}),
    };
  }

  function compile(): void {
    current = compileDefinitions({
      live,
      pinned: [...pinned.values()],
      settings,
      people,
      dormant: sleeping(),
      ...offered(),
      compileRuleset,
    });
    for (const published of live) loaded.add(idOf(refOf(published)));
  }

  /** What was live until now may be pinned by open tickets, also by those of a batch that is under way. */
  function keepReplaced(next: readonly PublishedDocument[]): void {
    const staying = new Set(next.map(refOf).map(idOf));
    for (const published of live) {
      const ref = refOf(published);
      if (canBePinned(ref) && !staying.has(idOf(ref))) pinned.set(idOf(ref), published);
    }
  }

  async function load(ref: RevisionRef): Promise<void> {
    loaded.add(idOf(ref));
    const [row] = await reader.query<RevisionRow[]>(
      `SELECT kind, "key", revision, document FROM revisions WHERE kind = ? AND "key" = ? AND revision = ?`,
      [ref.kind, ref.key, ref.revision],
    );
    if (row) pinned.set(idOf(ref), withHolidays(toPublished(row), snapshots));
  }

  return {
    get current() {
      return current;
    },
    get paused() {
      return paused;
    },
    get documents() {
      return live;
    },
    get holidays() {
      return inUse(snapshots).days;
    },
    withDrafts(drafts, holidays = inUse(snapshots).days) {
      const replaced = new Set(drafts.map(({ kind, key }) => `${kind}/${key}`));
      const others = live.filter(({ document }) => !replaced.has(`${document.kind}/${document.key}`));
      const tried = drafts.map((document) => ({ document, revision: 0, holidays }));
      return compileDefinitions({
        live: [...others, ...tried],
        pinned: [...live, ...pinned.values()],
        settings,
        people,
        dormant: sleeping(),
        ...offered(),
        compileRuleset,
      });
    },
    get version() {
      return version;
    },
    async reload(transaction) {
      const from = transaction ?? reader;
      // Read before what it counts: at worst the same is read once more.
      const found = shared ? (await readTurn(from)).house : 0;
      const known = await readSnapshots(from);
      if (shared) await offers.follow?.(from);
      const read = {
        snapshots: known,
        live: (await readLive(from)).map((published) => withHolidays(published, known)),
        dormant: await readDormant(from),
        paused: await readPauses(from),
        settings: await readSettings(from),
        people: await readPeople(from),
      };
      if (found < version) return;
      keepReplaced(read.live);
      ({ live, dormant, paused, settings, people, snapshots } = read);
      version = found;
      compile();
    },
    async ensure(states, named = []) {
      const missing = new Map<string, RevisionRef>();
      for (const state of states)
        if (state) for (const ref of pinnedBy(state)) if (!loaded.has(idOf(ref))) missing.set(idOf(ref), ref);
      for (const ref of named) if (!loaded.has(idOf(ref))) missing.set(idOf(ref), ref);
      if (missing.size === 0) return;
      for (const ref of missing.values()) await load(ref);
      compile();
    },
  };
}
