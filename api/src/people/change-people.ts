/** Changing agents, groups, skills and shifts, each change with its audit entry. */
import type { Agent } from "@sluice/schemas";
import type { AppContext } from "../context.ts";
import type { Transaction } from "../database/database.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import {
  countOpenTicketsOf,
  findPerson,
  listPeople,
  type PeopleKind,
  type PersonOf,
  putPeople,
  removePerson,
} from "../database/repositories/people.ts";
import { AppError, type FieldError } from "../errors.ts";

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

const inUse = (message: string): FieldError => ({ path: "", code: "resource.in-use", message });

/** Where an agent names a group, a skill or a shift. */
const namesOf: Readonly<Record<Exclude<PeopleKind, "agents">, (agent: Agent) => readonly string[]>> = {
  groups: (agent) => agent.groups,
  skills: (agent) => Object.keys(agent.skills ?? {}),
  shifts: (agent) => agent.shifts ?? [],
};

/** Who would be left behind: tickets whose agent is nobody, agents in a group that is not there. */
async function holders(transaction: Transaction, kind: PeopleKind, key: string): Promise<FieldError[]> {
  if (kind === "agents") {
    const open = await countOpenTicketsOf(transaction, key);
    return open === 0
      ? []
      : [inUse(`${open} open tickets are assigned to agent ${key}: hand them over first`)];
  }
  const agents = await listPeople(transaction, "agents");
  return agents
    .filter((agent) => namesOf[kind](agent).includes(key))
    .map(({ id }) => inUse(`agent ${id} refers to it`));
}

/** Removes one. Throws `resource.not-found`, and `resource.in-use` naming those who still need it. */
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
    const errors = await holders(transaction, kind, key);
    if (errors.length > 0) throw new AppError("resource.in-use", { errors });
    await removePerson(transaction, kind, key);
    const at = context.wall.now();
    await appendAudit(transaction, { at, actor, action: `${singular[kind]}.delete`, target, before });
  });
  await context.runtime.onPeopleChanged();
}
