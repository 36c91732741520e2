/** Changing agents, groups, skills and shifts, each change with its audit entry. */
import type { AppContext } from "../context.ts";
import type { Transaction } from "../database/database.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import {
  countOpenTicketsOf,
  findPerson,
  type PeopleKind,
  type PersonOf,
  putPeople,
  removePerson,
} from "../database/repositories/people.ts";
import { AppError, type FieldError } from "../errors.ts";
import { requireEtag } from "../infra/etags.ts";
import { namedByDocuments, namedInHouse, requireNamed, singular } from "./person-references.ts";

export interface PersonChange<K extends PeopleKind> {
  readonly kind: K;
  readonly key: string;
  readonly value: PersonOf<K>;
  readonly actor: string;
  /** Refuse when there is one already. */
  readonly fresh: boolean;
  /** The ETag that the caller saw, if they say so. */
  readonly ifMatch?: string | undefined;
}

/**
 * Creates or replaces one; true when it was created. Throws `resource.exists`, `resource.changed`, and
 * `people.reference` for what it names and is not there.
 */
export async function savePerson<K extends PeopleKind>(
  context: AppContext,
  { kind, key, value, actor, fresh, ifMatch }: PersonChange<K>,
): Promise<boolean> {
  const target = `${singular[kind]}:${key}`;
  const created = await context.database.writer.run(async (transaction) => {
    const before = await findPerson(transaction, kind, key);
    if (fresh && before)
      throw new AppError("resource.exists", { values: { what: `${singular[kind]} ${key}` } });
    requireEtag(ifMatch, before);
    await requireNamed(transaction, kind, value);
    await putPeople(transaction, kind, [value]);
    const action = `${singular[kind]}.${before ? "change" : "create"}`;
    const at = context.wall.now();
    await appendAudit(transaction, {
      at,
      actor,
      action,
      target,
      ...(before ? { before } : {}),
      after: value,
    });
    return before === null;
  });
  await context.runtime.onPeopleChanged();
  return created;
}

/** Tickets whose agent would be nobody. */
async function openTickets(transaction: Transaction, agent: string): Promise<FieldError[]> {
  const open = await countOpenTicketsOf(transaction, agent);
  const message = `${open} open tickets are assigned to agent ${agent}: hand them over first`;
  return open === 0 ? [] : [{ path: "", code: "resource.in-use", message }];
}

/** Removes one. Throws `resource.not-found`, and `resource.in-use` naming those who still need it. */
export async function dropPerson(
  context: AppContext,
  kind: PeopleKind,
  key: string,
  actor: string,
): Promise<void> {
  const target = `${singular[kind]}:${key}`;
  const documents = await namedByDocuments(context, kind, key);
  await context.database.writer.run(async (transaction) => {
    const before = await findPerson(transaction, kind, key);
    if (before === null)
      throw new AppError("resource.not-found", { values: { what: `${singular[kind]} ${key}` } });
    const errors = [
      ...(kind === "agents" ? await openTickets(transaction, key) : []),
      ...(await namedInHouse(transaction, kind, key)),
      ...documents,
    ];
    if (errors.length > 0) throw new AppError("resource.in-use", { errors });
    await removePerson(transaction, kind, key);
    const at = context.wall.now();
    await appendAudit(transaction, { at, actor, action: `${singular[kind]}.delete`, target, before });
  });
  await context.runtime.onPeopleChanged();
}
