/** The composition root: the one place where database, plugins, runtime and HTTP meet. */
import { mkdir } from "node:fs/promises";
import { type App, createApp } from "./app.ts";
import { type BulkWorker, createBulkWorker } from "./bulk/bulk-worker.ts";
import { createChannelInbound } from "./channels/inbound.ts";
import { createManualClock, systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { createDatabase, type Database } from "./database/database.ts";
import { AppError } from "./errors.ts";
import { createLateLogger } from "./plugin-host/late-logger.ts";
import { type Plugins, startPlugins } from "./plugins/start-plugins.ts";
import type { Evaluator } from "./reference-check/checked-rulesets.ts";
import { runtimeRoutes } from "./routes/v1/runtime-routes.ts";
import { announce } from "./runtime/announce.ts";
import { createRuntime, type Runtime } from "./runtime/runtime.ts";
import { loadSecretKey } from "./secrets/secret-key.ts";
import { takeDataFolder } from "./setup/data-folder-lock.ts";
import { type FirstRun, firstRun } from "./setup/first-run.ts";
import { loadStarter } from "./setup/starter.ts";
import { createSurveyLinks } from "./surveys/survey-links.ts";

export type ProcessRole = "api" | "worker" | "all";

export interface Server {
  readonly app: App;
  readonly runtime: Runtime;
  readonly bulk: BulkWorker;
  readonly firstRun: FirstRun;
  /** Lets requests and jobs end, then closes everything, the database last. */
  stop(): Promise<void>;
}

/** What is asked for and not there must be said, not quietly left out. */
function refuseScaledOut(config: Config, role: ProcessRole): void {
  const refuse = (name: string, reason: string) =>
    new AppError("config.invalid", { values: { name, reason } });
  if (config.redisUrl !== undefined) throw refuse("REDIS_URL", "this release needs none; unset it");
  if (role !== "all") throw refuse("--role", "only all is there in this release");
}

interface Parts {
  readonly database: Database;
  readonly plugins: Plugins;
  readonly evaluate?: Evaluator | undefined;
}

async function assemble(
  config: Config,
  { database, plugins, evaluate }: Parts,
): Promise<Omit<Server, "stop">> {
  const clock = config.clock === "manual" ? createManualClock(config.clockAt ?? Date.now()) : systemClock;
  let app: App | undefined;
  const runtime = await createRuntime({
    database,
    clock,
    plugins: plugins.host,
    followPlugins: (db) => plugins.follow(db),
    surveyLinks: createSurveyLinks(await loadSecretKey(config), config.publicUrl),
    logger: {
      info: (...line: [object, string?]) => app?.log.info(...line),
      error: (...line: [object, string?]) => app?.log.error(...line),
    },
    onCommitted: (batch) => app && announce(app, batch),
    onTimer: (lateMs) => app?.figures.timerLateness(lateMs),
    isHeard: () => (app?.events.clients ?? 0) > 0,
    onNews: (news) => {
      for (const [topic, data] of news) app?.events.show(topic, data);
    },
    onReferenceCheck: (result) => app?.figures.referenceChecked(result),
    onIncident: (id) => {
      app?.figures.incidentRaised(1);
      app?.events.publish("incident", { ids: [id] });
    },
    ...(evaluate ? { evaluate } : {}),
  });
  const bulk = createBulkWorker({
    database,
    runtime,
    onError: (err, job) => app?.log.error({ err, job }, "a bulk job was held up"),
  });
  const inbound = createChannelInbound({ runtime, database, plugins: plugins.host });
  app = await createApp({
    config,
    database,
    clock,
    runtime,
    routes: runtimeRoutes(runtime, bulk, plugins, inbound),
  });
  const { context, events, log } = app;
  events.relayBy((topic, data) => {
    runtime.tell([[topic, data]]).catch((err: unknown) => log.error({ err, topic }, "pages were not told"));
  });
  const starter = await loadStarter(config);
  const first = await database.alone(() => firstRun(context, starter));
  await runtime.start();
  bulk.poke();
  plugins.hooks.onChanged = () => {
    runtime
      .onSettingsChanged()
      .then(() => app?.events.publish("catalog", {}))
      .catch((err: unknown) => app?.log.error({ err }, "what plugins offer could not be read"));
  };
  plugins.hooks.onDelivery = async (channel, request) => void (await inbound.receive(channel, request));
  if (!config.production) await plugins.watch();
  return { app, runtime, bulk, firstRun: first };
}

/**
 * Opens the data folder and builds the server; nothing listens yet. Rulesets are made ready by `evaluate`, the engine's
 * own unless told otherwise. Throws `config.invalid`, `data.in-use`, `database.*`.
 */
export async function compose(
  config: Config,
  role: ProcessRole = "all",
  evaluate?: Evaluator,
): Promise<Server> {
  refuseScaledOut(config, role);
  await mkdir(config.dataDir, { recursive: true });
  const unlock = await takeDataFolder(config);
  const closing: (() => Promise<void>)[] = [unlock];
  const closeAll = async () => {
    for (const close of closing.reverse()) await close();
  };
  try {
    const database = await createDatabase({ dataDir: config.dataDir, url: config.databaseUrl });
    closing.push(() => database.close());
    const logger = createLateLogger();
    const plugins = await startPlugins(config, database, logger);
    closing.push(() => plugins.close());
    const server = await assemble(config, { database, plugins, evaluate });
    logger.attach(server.app.log);
    closing.push(
      () => server.runtime.stop(),
      () => server.bulk.stop(),
      () => server.app.close(),
    );
    return { ...server, stop: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
