/** Keys for programs; for administrators. */
import { queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { request } from "./request.ts";
import type { Items, Role } from "./types.ts";

export interface ApiKeyView {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Empty: everything that the role allows. */
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly role: Role;
  readonly scopes: readonly string[];
  /** ISO instant; `null` = until it is revoked. */
  readonly expiresAt: string | null;
}

export const apiKeysQuery = queryOptions({
  queryKey: queryKeys.apiKeys,
  queryFn: ({ signal }) => request<Items<ApiKeyView>>("/api-keys", { signal }),
});

/** The answer alone holds the key itself. */
export const createApiKey = (key: NewApiKey): Promise<ApiKeyView & { readonly key: string }> =>
  request("/api-keys", { method: "POST", body: key });

/** It is refused from the next request on, for good. */
export const revokeApiKey = (id: string): Promise<unknown> =>
  request(`/api-keys/${encodeURIComponent(id)}`, { method: "DELETE" });
