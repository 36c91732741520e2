/** Names of what the log speaks of. */
import { useQuery } from "@tanstack/react-query";
import { apiKeysQuery } from "../../../client/api-keys.ts";
import { bundleQuery } from "../../../client/documents.ts";
import { usersQuery } from "../../../client/users.ts";
import { useNames } from "../../../explain/use-names.ts";
import type { AuditNames } from "./audit-sentence.ts";

export function useAuditNames(): AuditNames {
  const names = useNames();
  const users = useQuery(usersQuery).data?.items ?? [];
  const keys = useQuery(apiKeysQuery).data?.items ?? [];
  const documents = useQuery(bundleQuery("current")).data ?? [];
  const target = (kind: string, id: string): string => {
    if (kind === "user") return users.find((user) => user.id === id)?.name ?? id;
    if (kind === "api-key") return keys.find((key) => key.id === id)?.name ?? id;
    if (kind === "agent") return names.agent(id);
    if (kind === "group") return names.group(id);
    return documents.find((document) => document.kind === kind && document.key === id)?.name ?? id;
  };
  return { target };
}
