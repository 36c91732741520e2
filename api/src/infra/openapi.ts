/** The OpenAPI 3.1 description of every route, and its pages at `/docs`. */
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import fp from "fastify-plugin";

const document = {
  openapi: "3.1.0",
  info: {
    title: "Sluice 水闸",
    version: "0.1.0",
    description: "Ticket workflow engine for e-commerce customer service. Errors are RFC 9457 problem+json.",
    license: { name: "MIT" },
  },
  components: {
    securitySchemes: {
      session: { type: "apiKey" as const, in: "cookie" as const, name: "sluice_session" },
      apiKey: { type: "http" as const, scheme: "bearer" },
    },
  },
  security: [{ session: [] }, { apiKey: [] }],
};

export const openapiPlugin = fp(
  async (app) => {
    await app.register(swagger, { openapi: document });
    await app.register(swaggerUi, { routePrefix: "/docs", uiConfig: { docExpansion: "none" } });
  },
  { name: "openapi", dependencies: ["access"] },
);
