/** Serves the designer's build; any page address gets its index, as its router runs in the browser. */
import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import fastifyStatic from "@fastify/static";
import fp from "fastify-plugin";

/** Vite puts a hash of the content into these names: they never change. */
const isHashed = (path: string): boolean => /[\\/]assets[\\/]/.test(path);

/** Addresses that are never pages. */
const reserved = /^\/(?:api|docs|metrics|healthz|readyz)(?:\/|$)/;

export interface DesignerAppOptions {
  /** The folder of the build; when it is absent only the API is served. */
  readonly folder: string;
}

export const designerAppPlugin = fp<DesignerAppOptions>(
  async (app, { folder }) => {
    app.setNotFoundHandler((request, reply) => app.answerNotFound(request, reply));
    if (!existsSync(join(folder, "index.html"))) return;
    await app.register(fastifyStatic, {
      root: folder,
      serve: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.setHeader("cache-control", isHashed(path) ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
    const open = { config: { roles: "public", rateLimit: false }, schema: { hide: true } } as const;
    app.get<{ Params: { "*": string } }>("/*", open, (request, reply) => {
      const path = request.params["*"];
      if (reserved.test(`/${path}`)) return app.answerNotFound(request, reply);
      return reply.sendFile(extname(path) === "" ? "index.html" : path);
    });
  },
  { name: "designer-app", dependencies: ["errors", "access"] },
);
