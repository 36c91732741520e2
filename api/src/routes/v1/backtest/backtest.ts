/** `POST /backtest`: past tickets by what is live and by drafts, side by side. Nothing is stored. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Backtest, runBacktest } from "../../../backtest/run-backtest.ts";
import type { HeavyWork } from "../../../infra/heavy-work.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { documentDepth } from "../documents/params.ts";

/** Several rulesets of thousands of rules. */
const bodyLimit = 8 * 1_048_576;

export const backtestRoutes =
  (runtime: Runtime, heavy: HeavyWork): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;
    app.post(
      "/backtest",
      {
        bodyLimit,
        config: { roles: ["designer"], maxJsonDepth: documentDepth },
        schema: { tags: ["preview"], body: Backtest },
      },
      ({ body }, reply) => heavy.run(reply, (gone) => runBacktest(runtime, reader, body, gone)),
    );
  };
