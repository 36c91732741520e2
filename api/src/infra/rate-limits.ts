/** Limits by address, on the routes that ask for one (`config.rateLimit`); every public route does. */
import rateLimit from "@fastify/rate-limit";
import fp from "fastify-plugin";
import { AppError } from "../errors.ts";

export const rateLimitsPlugin = fp(
  async (app) => {
    await app.register(rateLimit, {
      global: false,
      errorResponseBuilder: (_request, context) => {
        const seconds = Math.ceil(context.ttl / 1000);
        return new AppError("request.rate-limited", { values: { seconds }, retryAfter: seconds });
      },
    });
  },
  { name: "rate-limits", dependencies: ["access"] },
);
