/**
 * The runtime: what takes ticket events, keeps time and runs jobs. One per process; the only writer of tickets.
 * It puts the parts of this folder together and is what routes and the command line hold.
 */
import {
  type CheckOptions,
  checkDocument,
  compileClassification,
  createLoadState,
  type LoadState,
  lint,
  policyFor,
} from "@sluice/engine";
import type { ActionDefinition, FactDefinition, StrategyDefinition } from "@sluice/schemas";
import { type Clock, isManualClock } from "../clock.ts";
import type { Transaction } from "../database/database.ts";
import { noteHouseChange } from "../database/turn.ts";
import { keepFirstSnapshot } from "../holidays/holiday-store.ts";
import { armRetention, createRetentionHandler, retentionTimer } from "../operations/retention.ts";
import { createFactFetcher, type FactFetcher } from "../plugins/fact-fetcher.ts";
import { createReferenceCheck, type ReferenceCheck } from "../reference-check/reference-check.ts";
import type { CheckContext, PresenceChange, PublishedChange, RuntimePort } from "../runtime-port.ts";
import { armSchedules, createScheduleHandler, scheduleTimer } from "../schedules/arm-schedules.ts";
import { withScripts } from "../scripts/script-jobs.ts";
import { createScriptRunner } from "../scripts/script-runner.ts";
import { noSurveyLinks } from "../surveys/survey-links.ts";
import { syncAgents } from "./agent-rows.ts";
import { armCampaignEdges, campaignTimer } from "./campaign-edges.ts";
import type { TicketCommand } from "./command.ts";
import type { CommittedEvent } from "./committed.ts";
import { type CommittedBatch, createDispatcher, type Dispatcher } from "./dispatcher.ts";
import { createDrain, type Drain } from "./drain.ts";
import { armAllOffline, armOffline, armShifts, createDutyHandlers } from "./duty-timers.ts";
import { createFollower, type Follower, type News } from "./follower.ts";
import { armFollowingClocks, followTimer } from "./following-clocks.ts";
import { createJobs, type Jobs } from "./jobs.ts";
import { createLiveDefinitions, type LiveDefinitions, readLive, toOffers } from "./live-definitions.ts";
import { readLoadSnapshot } from "./load-rows.ts";
import type { RuntimeOptions } from "./runtime-options.ts";
import { createSweepHandler } from "./ticket-sweep.ts";
import { createTimers, type Timers } from "./timers.ts";

export interface Runtime extends RuntimePort {
  readonly definitions: LiveDefinitions;
  readonly load: LoadState;
  readonly clock: Clock;
  readonly actions: readonly ActionDefinition[];
  /** Plugin facts, for whoever decides outside the dispatcher. */
  readonly facts: FactFetcher;
  readonly factDefinitions: readonly FactDefinition[];
  readonly strategies: readonly StrategyDefinition[];
  readonly reference: ReferenceCheck;
  /** Commands that wait for their transaction. */
  readonly depth: number;
  submit(command: TicketCommand): Promise<CommittedEvent>;
  /** Resolves once loads, queues and definitions are what other processes have committed; at once without others. */
  catchUp(): Promise<void>;
  /** Tells the pages of other processes; resolves when they will hear it. */
  tell(news: readonly News[]): Promise<void>;
  /** Fires timers and runs jobs from now on. */
  start(): Promise<void>;
  /** Says that a job may be due again. */
  pokeJobs(): void;
  /** Moves a manual clock; everything due on the way happens before this resolves. */
  travelTo(target: number): Promise<number>;
  /** Resolves when no command, drain or job is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Reads what is live and builds the runtime; nothing fires before `start`. */
export async function createRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { database } = options;
  // What is live says how much is checked, and is itself compiled to be checked.
  const reference = createReferenceCheck({
    ...{ database, clock: options.clock, evaluate: options.evaluate ?? compileClassification },
    share: () => definitions.current.settings.workspace.referenceShare ?? defaultReferenceShare,
    onResult: options.onReferenceCheck,
    onIncident: options.onIncident,
    onError: (error) => options.logger.error({ err: error }, "a check against the reference failed"),
  });
  await reference.reload();
  const definitions: LiveDefinitions = createLiveDefinitions(
    ...([
      database.reader,
      toOffers(options.plugins, options.followPlugins),
      reference.compilerFor,
      database.shared,
    ] as const),
  );
  await definitions.reload();
  const load = createLoadState(database.shared ? undefined : await readLoadSnapshot(database.reader));
  const runtime = new TicketRuntime(options, definitions, load, reference);
  // With others on the database, loads and queues are read in the first turn.
  if (database.shared) await database.writer.run(async () => undefined);
  return runtime;
}

/** One live decision in a hundred. */
const defaultReferenceShare = 0.01;

const rescueMs = 15_000;

class TicketRuntime implements Runtime {
  readonly definitions: LiveDefinitions;
  readonly load: LoadState;
  readonly clock: Clock;
  readonly checks: RuntimePort["checks"];
  readonly reference: ReferenceCheck;
  readonly facts: FactFetcher;
  readonly #options: RuntimeOptions;
  readonly #dispatcher: Dispatcher;
  readonly #timers: Timers;
  readonly #jobs: Jobs;
  readonly #scripts = createScriptRunner();
  readonly #drain: Drain;
  readonly #follower: Follower;
  #rescue: NodeJS.Timeout | null = null;

  constructor(
    options: RuntimeOptions,
    definitions: LiveDefinitions,
    load: LoadState,
    reference: ReferenceCheck,
  ) {
    const { database, clock, logger } = options;
    const onError = (error: unknown, what: string) =>
      logger.error({ err: error, what }, "background work failed");
    this.#options = options;
    this.definitions = definitions;
    this.load = load;
    this.reference = reference;
    this.clock = clock;
    this.#follower = createFollower({
      ...{ database, load, definitions, onError },
      onNews: (news) => options.onNews?.(news),
      isHeard: () => options.isHeard?.() ?? false,
    });
    this.facts = createFactFetcher({
      ...{ plugins: options.plugins, clock },
      onFault: (fact, { code, message }) =>
        logger.error(
          { fact, code, message },
          "a plugin fact could not be had; the decision went on without it",
        ),
    });
    this.#dispatcher = createDispatcher({
      database,
      definitions,
      load,
      clock,
      follower: this.#follower,
      facts: this.facts,
      surveyLinks: options.surveyLinks ?? noSurveyLinks,
      sends: (channel) => options.plugins.channels().some(({ id, sends }) => sends && id === channel),
      onCommitted: (batch) => this.#committed(batch),
    });
    const dispatcher = this.#dispatcher;
    this.#drain = createDrain({ dispatcher, definitions, load, clock, onError });
    this.#jobs = createJobs({
      ...{ database, dispatcher, plugins: withScripts(options.plugins, this.#scripts), clock, onError },
      follower: this.#follower,
      onNews: (news) => options.onNews?.(news),
      paused: () => definitions.paused,
      onIncident: options.onIncident,
    });
    const sweep = createSweepHandler({ database, dispatcher, onDone: () => this.#drain.rehome() });
    this.#timers = createTimers({
      database,
      dispatcher,
      clock,
      isPaused: () => definitions.paused.some(({ kind }) => kind === "engine"),
      handlers: {
        [campaignTimer]: sweep,
        [followTimer]: sweep,
        [retentionTimer]: createRetentionHandler({
          ...{ database, settings: () => definitions.current.settings, now: () => clock.now() },
          onRemoved: (runs) => logger.info({ runs }, "ended runs were removed"),
        }),
        [scheduleTimer]: createScheduleHandler({ database, dispatcher, definitions, now: () => clock.now() }),
        ...createDutyHandlers({
          database,
          dispatcher,
          definitions,
          load,
          now: () => clock.now(),
          onShift: () => this.#drain.agents(null),
        }),
      },
      onError,
      settled: () => this.settled(),
      ...(options.onTimer ? { onFired: options.onTimer } : {}),
    });
    this.checks = {
      document: (document, context) => checkDocument(document, this.#surroundings(context)),
      lint: (document, context) =>
        lint(document, {
          ...this.#surroundings(context),
          ...{ now: clock.now(), holidays: definitions.holidays },
        }),
      reference: (document, { documents }) =>
        reference.beforePublish(
          document,
          documents.map((each) => ({ document: each, revision: 0, holidays: definitions.holidays })),
        ),
    };
  }

  get strategies(): readonly StrategyDefinition[] {
    return this.#options.plugins.strategies();
  }

  get factDefinitions(): readonly FactDefinition[] {
    return this.#options.plugins.facts();
  }

  get actions(): readonly ActionDefinition[] {
    return this.#options.plugins.actions();
  }

  get depth(): number {
    return this.#dispatcher.depth;
  }

  submit(command: TicketCommand): Promise<CommittedEvent> {
    return this.#dispatcher.submit(command);
  }

  catchUp(): Promise<void> {
    return this.#follower.catchUp();
  }

  tell(news: readonly News[]): Promise<void> {
    return this.#follower.tell(news);
  }

  async start(): Promise<void> {
    await this.#options.database.writer.run(keepFirstSnapshot);
    await this.onPeopleChanged();
    // Folders of earlier releases may hold campaigns whose edges were never armed.
    await this.#armPublished();
    await this.#jobs.start();
    this.#timers.start();
    this.#drain.agents(null);
    this.#follower.start();
    // Another process may have ended between a commit and serving those who could be served after it.
    if (this.#options.database.shared)
      this.#rescue = setInterval(() => this.#drain.agents(null), rescueMs).unref();
  }

  pokeJobs(): void {
    this.#jobs.poke();
  }

  async travelTo(target: number): Promise<number> {
    await this.settled();
    const handled = await this.#timers.travelTo(target);
    await this.settled();
    return handled;
  }

  async settled(): Promise<void> {
    await this.#dispatcher.idle();
    await this.#drain.idle();
    this.#jobs.poke();
    await this.#jobs.idle();
    await this.#drain.idle();
    await this.#dispatcher.idle();
  }

  async stop(): Promise<void> {
    if (this.#rescue) clearInterval(this.#rescue);
    await this.#follower.stop();
    await this.#timers.stop();
    await this.#jobs.stop();
    await this.#scripts.close();
    await this.settled();
    await this.reference.stop();
  }

  ready(): boolean {
    return true;
  }

  async publishing(transaction: Transaction, changes: readonly PublishedChange[]): Promise<void> {
    await noteHouseChange(transaction);
    // With the revision, in one transaction: what comes due while the server is down is late, never lost.
    const now = this.clock.now();
    if (changes.some(({ kind }) => kind === "campaign"))
      await armCampaignEdges(transaction, await readLive(transaction), now, this.definitions.documents);
    if (changes.some(({ kind }) => kind === "workflow"))
      await armSchedules(transaction, await readLive(transaction), this.definitions.current.settings, now);
    await armFollowingClocks(transaction, changes, now);
    await this.reference.publishing(transaction, changes);
  }

  async onPublished(changes: readonly PublishedChange[]): Promise<void> {
    await this.reference.reload();
    await this.definitions.reload();
    if (isManualClock(this.clock)) await this.#timers.catchUp();
    else this.#timers.poke(this.clock.now());
    if (changes.some(({ kind }) => kind === "routing" || kind === "campaign")) await this.#reroute();
  }

  /** Policies changed: shifts and absences are timed by what is live now, and those who wait may find somebody. */
  async #reroute(): Promise<void> {
    const now = this.clock.now();
    await this.#dispatcher.exclusive(async (load, transaction) => {
      await armShifts(transaction, this.definitions, now);
      await armAllOffline(transaction, this.definitions, load, now);
    });
    this.#timers.poke(now);
    this.#drain.rehome();
  }

  async onPeopleChanged(): Promise<void> {
    await this.definitions.reload();
    const { people } = this.definitions.current;
    const now = this.clock.now();
    await this.#dispatcher.exclusive(async (load, transaction) => {
      syncAgents(load, people, now);
      await armShifts(transaction, this.definitions, now);
    });
    this.#timers.poke(now);
    this.#drain.agents(null);
  }

  async onSettingsChanged(): Promise<void> {
    await this.definitions.reload();
    await this.#armPublished();
    // Shifts are on the wall of the workspace's zone.
    await this.#reroute();
    // What was held may go on.
    this.#jobs.poke();
    this.#timers.poke(this.clock.now());
  }

  async onPresence({ agent, presence }: PresenceChange): Promise<void> {
    const now = this.clock.now();
    await this.#dispatcher.exclusive(async (load, transaction) => {
      load.setPresence(agent, presence, now);
      await armOffline(transaction, this.definitions, load, agent, now);
    });
    this.#timers.poke(now);
    if (presence === "online") this.#drain.agents([agent]);
  }

  #surroundings({ documents, people }: CheckContext): CheckOptions {
    const { current } = this.definitions;
    const { settings } = current;
    return {
      documents,
      settings,
      people: people ?? current.people,
      actions: this.actions,
      pluginFacts: this.factDefinitions,
      strategies: this.strategies,
    };
  }

  #armPublished(): Promise<void> {
    return this.#options.database.writer.run(async (transaction) => {
      const { documents, current } = this.definitions;
      const now = this.clock.now();
      await armCampaignEdges(transaction, documents, now);
      await armSchedules(transaction, documents, current.settings, now);
      await armRetention(transaction, current.settings, now);
    });
  }

  #committed(batch: CommittedBatch): void {
    if (batch.newJobs) this.#jobs.poke();
    if (batch.earliestTimer !== null) this.#timers.poke(batch.earliestTimer);
    const agents = [...batch.agents, ...batch.results.flatMap(({ result }) => result.drain)];
    if (agents.length > 0) this.#drain.agents([...new Set(agents)]);
    this.reference.committed(batch.results.flatMap(({ result }) => result.decisions));
    this.#options.onCommitted?.(batch);
  }
}

/** The policy that a ticket is moved by, for routes that ask before they act. */
export const routingOf = (runtime: Runtime, key?: string) =>
  policyFor(runtime.definitions.current, null, runtime.clock.now(), key);
