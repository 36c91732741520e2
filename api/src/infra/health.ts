/** `/healthz`: the process answers. `/readyz`: the database answers too and tickets can be taken. */
import fp from "fastify-plugin";
import { ping } from "../database/repositories/ping.ts";
import { AppError } from "../errors.ts";

const open = { config: { roles: "public", rateLimit: false }, schema: { hide: true } } as const;

export const healthPlugin = fp(
  async (app) => {
    app.get("/healthz", open, async () => ({ status: "ok" }));
    app.get("/readyz", open, async () => {
      await ping(app.context.database.reader);
      if (!app.context.runtime.ready()) throw new AppError("service.unavailable", { values: { seconds: 5 } });
      return { status: "ready" };
    });
  },
  { name: "health", dependencies: ["access"] },
);
