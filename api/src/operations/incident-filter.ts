/** What incidents can be asked for: the fields of `GET /incidents`, and of the `filter` of `POST /incidents/bulk`. */
import { type Static, Type } from "typebox";
import type { SqlFilter } from "../tickets/ticket-filter.ts";

const text = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }));

export const incidentFilterFields = {
  /** `node` a node itself failed, `job` its job did, `reply` a message was not sent, `reference` two evaluators differ. */
  kind: Type.Optional(Type.Enum(["node", "job", "reply", "reference"])),
  code: text,
  /** Of runs of this workflow. */
  workflow: text,
  node: text,
};
const IncidentFilter = Type.Object(incidentFilterFields);
export type IncidentFilter = Static<typeof IncidentFilter>;

const conditions: Readonly<Record<keyof IncidentFilter, string>> = {
  kind: "kind = ?",
  code: "code = ?",
  workflow: "run_id IN (SELECT id FROM runs WHERE workflow = ?)",
  node: "node = ?",
};

/** As pieces of a WHERE clause on `incidents`, the status first. */
export function incidentFilters(status: string, filter: IncidentFilter): readonly SqlFilter[] {
  const asked = (Object.keys(conditions) as (keyof IncidentFilter)[]).flatMap((name): SqlFilter[] => {
    const value = filter[name];
    return value === undefined ? [] : [{ sql: conditions[name], values: [value] }];
  });
  return [{ sql: "status = ?", values: [status] }, ...asked];
}
