/** Browser-side defences: nothing but our own scripts runs, nobody frames the pages. */
import helmet from "@fastify/helmet";
import fp from "fastify-plugin";

/** Styles may be inline: the designer's component library sets them at run time. Swagger UI keeps to this too. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    "default-src": ["'self'"],
    "script-src": ["'self'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'", "blob:"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  },
};

export const securityHeadersPlugin = fp(
  async (app) => {
    // No HSTS: the server itself speaks plain HTTP; a proxy that ends TLS adds the header.
    await app.register(helmet, { contentSecurityPolicy, hsts: false, crossOriginEmbedderPolicy: false });
  },
  { name: "security-headers" },
);
