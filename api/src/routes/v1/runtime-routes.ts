/** The resources that need the runtime: tickets and everything that moves them. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { BulkWorker } from "../../bulk/bulk-worker.ts";
import type { ChannelInbound } from "../../channels/inbound.ts";
import { createHeavyWork } from "../../infra/heavy-work.ts";
import type { Plugins } from "../../plugins/start-plugins.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { backtestRoutes } from "./backtest/backtest.ts";
import { catalogRoutes } from "./catalog/catalog.ts";
import { channelsRoutes } from "./channels/inbound.ts";
import { customersRoutes } from "./customers/customers.ts";
import { impactRoutes } from "./documents/impact.ts";
import { holidaysRoutes } from "./holidays/holidays.ts";
import { incidentsBulkRoutes } from "./incidents/bulk.ts";
import { incidentsRoutes } from "./incidents/incidents.ts";
import { jobsRoutes } from "./jobs/jobs.ts";
import { notificationsRoutes } from "./notifications/notifications.ts";
import { operationsRoutes } from "./operations/operations.ts";
import { overviewRoutes } from "./overview/overview.ts";
import { pluginsRoutes } from "./plugins/plugins.ts";
import { poolsRoutes } from "./pools/pools.ts";
import { previewRoutes } from "./preview/preview.ts";
import { previewRoutingRoutes } from "./preview/routing.ts";
import { surveyRoutes } from "./public/survey.ts";
import { routingRoutes } from "./routing/routing.ts";
import { runsBulkRoutes } from "./runs/bulk.ts";
import { runsRoutes } from "./runs/runs.ts";
import { sandboxRoutes } from "./sandbox/sandbox.ts";
import { secretsRoutes } from "./secrets/secrets.ts";
import { simulateRoutes } from "./simulate/simulate.ts";
import { tasksRoutes } from "./tasks/tasks.ts";
import { actRoutes } from "./tickets/act.ts";
import { bulkRoutes } from "./tickets/bulk.ts";
import { createRoutes } from "./tickets/create.ts";
import { readRoutes } from "./tickets/read.ts";
import { webhooksRoutes } from "./webhooks/webhooks.ts";

/** All of them, for `createApp`. */
export const runtimeRoutes = (
  runtime: Runtime,
  bulk: BulkWorker,
  plugins: Plugins,
  inbound: ChannelInbound,
  heavy = createHeavyWork(),
): readonly FastifyPluginAsyncTypebox[] => [
  createRoutes(runtime),
  readRoutes(runtime),
  actRoutes(runtime),
  bulkRoutes(runtime, bulk),
  customersRoutes(runtime),
  overviewRoutes(runtime),
  routingRoutes(runtime),
  poolsRoutes(runtime),
  tasksRoutes(runtime),
  incidentsRoutes(runtime),
  incidentsBulkRoutes(runtime, bulk),
  operationsRoutes(runtime),
  runsRoutes(runtime, plugins),
  runsBulkRoutes(runtime, bulk),
  jobsRoutes(plugins),
  notificationsRoutes,
  catalogRoutes(runtime),
  impactRoutes(runtime, heavy),
  holidaysRoutes(runtime, heavy),
  simulateRoutes(runtime),
  backtestRoutes(runtime, heavy),
  previewRoutes(runtime),
  previewRoutingRoutes(runtime),
  pluginsRoutes(plugins),
  secretsRoutes(plugins),
  channelsRoutes(inbound),
  webhooksRoutes(runtime),
  surveyRoutes(runtime),
  sandboxRoutes(runtime),
];
