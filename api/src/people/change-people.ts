/** Changing agents, groups, skills and shifts, each change with its audit entry. */
import type { AppContext } from "../context.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import {
  findPerson,
  type PeopleKind,
  type PersonOf,
  putPeople,
  removePerson,
} from "../database/repositories/people.ts";
import { AppError } from "../errors.ts";

/** The name of one, for messages and audit targets. */
export const singular: Readonly<Record<PeopleKind, string>> = {
  agents: "agent",
  groups: "group",
  skills: "skill",
  shifts: "shift",
};

export interface PersonChange<K extends PeopleKind> {
  readonly kind: K;
  readonly key: string;
  readonly value: PersonOf<K>;
  readonly actor: string;
  /** Refuse when there is one already. */
  readonly fresh: boolean;
}

/** Creates or replaces one; true when it was created. Throws `resource.exists`. */
export async function savePerson<K extends PeopleKind>(
  context: AppContext,
  { kind, key, value, actor, fresh }: PersonChange<K>,
): Promise<boolean> {
  const target = `${singular[kind]}:${key}`;
  const created = await context.database.writer.run(async (transaction) => {
    const before = await findPerson(transaction, kind, key);
    if (fresh && before)
      throw new AppError("resource.exists", { values: { what: `${singular[kind]} ${key}` } });
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

/** Removes one. Throws `resource.not-found`. */
export async function dropPerson(
  context: AppContext,
  kind: PeopleKind,
  key: string,
  actor: string,
): Promise<void> {
  const target = `${singular[kind]}:${key}`;
  await context.database.writer.run(async (transaction) => {
    const before = await findPerson(transaction, kind, key);
    if (before === null)
      throw new AppError("resource.not-found", { values: { what: `${singular[kind]} ${key}` } });
    await removePerson(transaction, kind, key);
    const at = context.wall.now();
    await appendAudit(transaction, { at, actor, action: `${singular[kind]}.delete`, target, before });
  });
  await context.runtime.onPeopleChanged();
}
