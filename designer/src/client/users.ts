/** Who may sign in; for administrators. */
import { queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { request } from "./request.ts";
import type { Items, Role } from "./types.ts";

/** From the least to the most that somebody may do. */
export const roleList: readonly Role[] = ["viewer", "agent", "lead", "designer", "publisher", "admin"];

export interface UserView {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly agentId: string | null;
  readonly disabled: boolean;
  readonly createdAt: string;
}

export interface NewUser {
  readonly name: string;
  readonly password: string;
  readonly role: Role;
  readonly agentId: string | null;
}

/** What can be changed of a user; a new password and disabling sign them out everywhere. */
export interface UserChange {
  readonly role?: Role;
  readonly agentId?: string | null;
  readonly disabled?: boolean;
  readonly password?: string;
}

export const fetchUsers = (signal?: AbortSignal): Promise<Items<UserView>> => request("/users", { signal });

export const usersQuery = queryOptions({
  queryKey: queryKeys.users,
  queryFn: ({ signal }) => fetchUsers(signal),
});

/** @throws ApiError 409 `resource.exists` for a name that is taken. */
export const createUser = (user: NewUser): Promise<UserView> =>
  request("/users", { method: "POST", body: user });

/** @throws ApiError 409 `resource.last-admin` where nobody could administer any more. */
export const changeUser = (id: string, change: UserChange): Promise<UserView> =>
  request(`/users/${encodeURIComponent(id)}`, { method: "PATCH", body: change });
