/** Who is calling. */
import type { Role } from "../infra/roles.ts";

export type Principal =
  | { readonly type: "anonymous" }
  | {
      readonly type: "user" | "key" | "bootstrap";
      readonly id: string;
      readonly name: string;
      readonly role: Role;
      /** The agent that this user is, if any. */
      readonly agentId: string | null;
      /** Empty = everything that the role allows. */
      readonly scopes: readonly string[];
      /** Hash of the session's token, for signing out. */
      readonly session: string | null;
    };

export const anonymous: Principal = { type: "anonymous" };

/** How logs, audit entries and events name the caller: `user:ops`, `key:erp`, `bootstrap`, `anonymous`. */
export function actorOf(principal: Principal): string {
  if (principal.type === "anonymous" || principal.type === "bootstrap") return principal.type;
  return `${principal.type}:${principal.name}`;
}
