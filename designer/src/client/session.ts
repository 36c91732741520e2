/** Who is signed in, and how to become or stop being that. */
import type { Presence } from "@sluice/schemas";
import { queryOptions } from "@tanstack/react-query";
import { isUnauthenticated } from "./errors.ts";
import { queryKeys } from "./query-keys.ts";
import { request } from "./request.ts";
import type { Me } from "./types.ts";

/** The person, or `null` where nobody is signed in. */
async function fetchMe(signal: AbortSignal): Promise<Me | null> {
  try {
    return await request<Me>("/auth/me", { signal });
  } catch (error) {
    if (isUnauthenticated(error)) return null;
    throw error;
  }
}

export const meQuery = queryOptions({
  queryKey: queryKeys.me,
  queryFn: ({ signal }) => fetchMe(signal),
  staleTime: 5 * 60_000,
});

/** Sets the session cookie. @throws ApiError 401 for a wrong name or password. */
export const signIn = (name: string, password: string): Promise<unknown> =>
  request("/auth/login", { method: "POST", body: { name, password } });

export const signOut = (): Promise<unknown> => request("/auth/logout", { method: "POST" });

/** Says whether the agent takes tickets right now. */
export const setPresence = (agent: string, presence: Presence): Promise<unknown> =>
  request(`/agents/${encodeURIComponent(agent)}/presence`, { method: "PUT", body: { presence } });

/** Viewers read; everybody else may work on tickets. */
export const mayWork = (me: Me | null | undefined): boolean =>
  me !== null && me !== undefined && me.role !== "viewer";

/** Designers and those above them change documents; everybody else may look. */
export const mayDraw = (me: Me | null | undefined): boolean =>
  me?.role === "designer" || me?.role === "publisher" || me?.role === "admin";

/** Who may publish, roll back, delete and restore documents. */
export const mayPublish = (me: Me | null | undefined): boolean =>
  me?.role === "publisher" || me?.role === "admin";

/** Users, keys, the audit log, and what concerns the whole house. */
export const mayAdminister = (me: Me | null | undefined): boolean => me?.role === "admin";
