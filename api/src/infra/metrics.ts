/** Prometheus figures at `/metrics`: the process, HTTP by route, the writer queue; others add their own. */
import fp from "fastify-plugin";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

declare module "fastify" {
  interface FastifyInstance {
    /** Where further figures are registered. */
    readonly metrics: Registry;
  }
}

function httpHistogram(registry: Registry): Histogram {
  return new Histogram({
    name: "sluice_http_request_seconds",
    help: "Time from the request to the last byte of its answer",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.05, 0.15, 0.5, 2, 10],
    registers: [registry],
  });
}

export const metricsPlugin = fp(
  async (app) => {
    const registry = new Registry();
    const seconds = httpHistogram(registry);
    collectDefaultMetrics({ register: registry });
    const { writer } = app.context.database;
    new Gauge({
      name: "sluice_writer_queue_depth",
      help: "Transactions waiting for the one writer, or running",
      registers: [registry],
      collect() {
        this.set(writer.depth);
      },
    });
    app.decorate("metrics", registry);
    app.addHook("onResponse", async (request, reply) => {
      const labels = {
        method: request.method,
        route: request.routeOptions.url ?? "none",
        status: reply.statusCode,
      };
      seconds.observe(labels, reply.elapsedTime / 1000);
    });
    app.get("/metrics", { config: { roles: "public" }, schema: { hide: true } }, async (_request, reply) =>
      reply.type(registry.contentType).send(await registry.metrics()),
    );
  },
  { name: "metrics", dependencies: ["access"] },
);
