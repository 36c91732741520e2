/** The audit log: appended to in the transaction of the change that it tells of. */
import { newId } from "../../ids.ts";
import type { Queryable, Transaction } from "../database.ts";
import type { AuditRow } from "../entities/house.ts";
import { fromCursor } from "./page.ts";

export interface AuditEntry {
  readonly at: number;
  readonly actor: string;
  /** Verb of the change: `document.publish`, `user.create`, … */
  readonly action: string;
  /** `<kind>:<id>`. */
  readonly target: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

export async function appendAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  const { at, actor, action, target } = entry;
  const row: AuditRow = {
    id: newId(),
    at,
    actor: actor.slice(0, 191),
    action,
    target: target.slice(0, 191),
    before: json(entry.before),
    after: json(entry.after),
  };
  await tx.getRepository<AuditRow>("audit").insert(row);
}

export interface AuditFilter {
  readonly target?: string;
  readonly actor?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** Newest first; one row more than `limit` when there are more. */
export function listAudit(db: Queryable, filter: AuditFilter): Promise<AuditRow[]> {
  const query = db.getRepository<AuditRow>("audit").createQueryBuilder("a");
  const [before] = fromCursor(filter.cursor, 1) ?? [];
  if (filter.target !== undefined) query.andWhere("a.target = :target", { target: filter.target });
  if (filter.actor !== undefined) query.andWhere("a.actor = :actor", { actor: filter.actor });
  if (before !== undefined) query.andWhere("a.id < :before", { before });
  return query
    .orderBy("a.id", "DESC")
    .limit(filter.limit + 1)
    .getMany();
}
