/**
 * Confirming holiday data: one transaction makes it the data in use, gives each calendar whose hours change a revision
 * that is read by it, and writes the audit entry. Open clocks stay on the revision that they are on, or follow.
 * Source: runtime.md, "holiday data changes take effect only after confirmation".
 */
import type { AppContext } from "../context.ts";
import type { Transaction } from "../database/database.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import {
  findDocument,
  insertRevision,
  lastRevision,
  liveRevisions,
  saveDocument,
} from "../database/repositories/documents.ts";
import { liveDocuments } from "../documents/publish.ts";
import { AppError } from "../errors.ts";
import type { PublishedChange } from "../runtime-port.ts";
import { affectedCalendars } from "./affected-calendars.ts";
import { inUse, readSnapshots, settleLibrary, writeSnapshot, writeUpload } from "./holiday-store.ts";
import { type PendingHolidays, readPending } from "./pending-holidays.ts";

export interface ConfirmRequest {
  readonly apply: "new" | "open";
  readonly actor: string;
  /** The ETag of what the caller has seen. */
  readonly ifMatch: string | undefined;
}

export interface ConfirmedHolidays {
  readonly version: number;
  readonly apply: "new" | "open";
  readonly days: number;
  readonly calendars: readonly { readonly key: string; readonly revision: number }[];
}

/** What waits, if it is what the caller has seen. @throws AppError `resource.not-found`, `.precondition`, `.changed`. */
export function requirePending(
  pending: PendingHolidays | null,
  ifMatch: string | undefined,
): PendingHolidays {
  if (pending === null)
    throw new AppError("resource.not-found", { values: { what: "holiday data to confirm" } });
  const { etag } = pending;
  if (ifMatch === undefined) throw new AppError("resource.precondition", { values: { etag } });
  if (!ifMatch.split(",").some((tag) => tag.trim() === etag))
    throw new AppError("resource.changed", { values: { etag } });
  return pending;
}

/** From which revision on each calendar is read by the new data: the next one, of deleted calendars too. */
async function nextRevisions(transaction: Transaction): Promise<Readonly<Record<string, number>>> {
  const rows = await transaction.query<{ key: string; last: number }[]>(
    `SELECT "key", MAX(revision) AS last FROM revisions WHERE kind = 'calendar' GROUP BY "key"`,
  );
  return Object.fromEntries(rows.map(({ key, last }) => [key, Number(last) + 1]));
}

/** The live document once more as a new revision: what it says is the same, what it is read by is not. */
async function reissue(
  context: AppContext,
  transaction: Transaction,
  key: string,
  version: number,
  { apply, actor }: ConfirmRequest,
): Promise<PublishedChange | null> {
  const row = await findDocument(transaction, "calendar", key);
  const live = (await liveRevisions(transaction, "calendar")).find((each) => each.key === key);
  if (row === null || live === undefined) return null;
  const revision = (await lastRevision(transaction, "calendar", key)) + 1;
  const comment = `节假日数据 v${version} · Holiday data v${version}`;
  await insertRevision(transaction, {
    ...{ kind: "calendar", key, revision, document: live.document, comment, author: actor, apply },
    ...{ published_at: context.clock.now(), rollback_of: null },
  });
  await saveDocument(transaction, { ...row, live_revision: revision });
  return { kind: "calendar", key, revision, document: JSON.parse(live.document), apply };
}

async function store(
  context: AppContext,
  transaction: Transaction,
  request: ConfirmRequest,
): Promise<{ readonly confirmed: ConfirmedHolidays; readonly changes: readonly PublishedChange[] }> {
  const pending = requirePending(await readPending(transaction), request.ifMatch);
  const before = inUse(await readSnapshots(transaction));
  const version = before.version + 1;
  const { days, source } = pending;
  const documents = await liveDocuments(transaction);
  const affected = affectedCalendars(documents, before.days, days, pending.changes);
  const from = await nextRevisions(transaction);
  const at = context.wall.now();
  const snapshot = { version, source, days, from, confirmedAt: at, confirmedBy: request.actor };
  await writeSnapshot(transaction, snapshot);
  if (source.type === "upload") await writeUpload(transaction, null);
  else await settleLibrary(transaction);
  const changes: PublishedChange[] = [];
  for (const { key } of affected) {
    const change = await reissue(context, transaction, key, version, request);
    if (change) changes.push(change);
  }
  const calendars = changes.map(({ key, revision }) => ({ key, revision: revision ?? 0 }));
  const confirmed = { version, apply: request.apply, days: pending.changes.length, calendars };
  await appendAudit(transaction, {
    ...{ at, actor: request.actor, action: "holidays.confirm", target: `holidays:${version}` },
    before: { version: before.version, source: before.source },
    after: { ...confirmed, source, days: pending.changes },
  });
  await context.runtime.publishing(transaction, changes);
  return { confirmed, changes };
}

/** Makes what waits the data in use. */
export async function confirmHolidays(
  context: AppContext,
  request: ConfirmRequest,
): Promise<ConfirmedHolidays> {
  const { confirmed, changes } = await context.database.writer.run((transaction) =>
    store(context, transaction, request),
  );
  await context.runtime.onPublished(changes);
  return confirmed;
}
