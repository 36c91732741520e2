/**
 * Roles and which of them include which.
 * Two ladders share the first step: viewer → agent → lead works on tickets, viewer → designer → publisher on documents.
 * A lead does not design and a designer does not work tickets; admin may do everything.
 */
export const roles = ["viewer", "agent", "lead", "designer", "publisher", "admin"] as const;
export type Role = (typeof roles)[number];

export const isRole = (value: unknown): value is Role => roles.includes(value as Role);

const includes: Readonly<Record<Role, readonly Role[]>> = {
  viewer: ["viewer"],
  agent: ["viewer", "agent"],
  lead: ["viewer", "agent", "lead"],
  designer: ["viewer", "designer"],
  publisher: ["viewer", "designer", "publisher"],
  admin: roles,
};

/** True when `role` is one of `needed`, or includes one of them. */
export const fulfils = (role: Role, needed: readonly Role[]): boolean =>
  needed.some((need) => includes[role].includes(need));

/** What a route declares: the roles of which one is needed, or that anybody may call it. */
type Access = readonly Role[] | "public";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Every route must declare it; a route without is refused when it is registered. */
    roles?: Access;
    /** Levels of JSON that a body may nest; default 64. */
    maxJsonDepth?: number;
  }
}
