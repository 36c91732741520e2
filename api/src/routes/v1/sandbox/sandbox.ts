/** `/sandbox/clock`: moves a manual clock, and everything due on the way happens before it answers. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Duration, Instant, strict } from "@sluice/schemas";
import { Type } from "typebox";
import { isManualClock, toIso } from "../../../clock.ts";
import { AppError } from "../../../errors.ts";
import { instantMs, spanMs } from "../../../infra/moments.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

const Body = Type.Union([Type.Object({ advance: Duration }, strict), Type.Object({ set: Instant }, strict)]);

export const sandboxRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      "/sandbox/clock",
      { config: { roles: ["admin"] }, schema: { tags: ["sandbox"], body: Body } },
      async ({ body }) => {
        if (!isManualClock(runtime.clock)) throw new AppError("clock.not-manual");
        const target =
          "advance" in body
            ? runtime.clock.now() + spanMs(body.advance, "/advance")
            : instantMs(body.set, "/set");
        const handled = await runtime.travelTo(target);
        return { now: toIso(runtime.clock.now()), timers: handled };
      },
    );
  };
