/** Agents, groups, skills and shifts: whole values by their id. */
import type { Agent, Group, Shift, Skill } from "@sluice/schemas";
import { upsertRows } from "../bulk.ts";
import type { Queryable, Transaction } from "../database.ts";
import { quoted } from "../dialect.ts";
import type { AgentLoadRow } from "../entities/routing.ts";
import { noteHouseChange } from "../turn.ts";

interface People {
  readonly agents: readonly Agent[];
  readonly groups: readonly Group[];
  readonly skills: readonly Skill[];
  readonly shifts: readonly Shift[];
}

/** The tables that hold people, by what they are called in addresses. */
const tables = {
  agents: { table: "agents", id: "id" },
  groups: { table: "groups_", id: "key" },
  skills: { table: "skills", id: "key" },
  shifts: { table: "shifts", id: "key" },
} as const;

export type PeopleKind = keyof People;
export type PersonOf<K extends PeopleKind> = People[K][number];

export const peopleKinds = Object.keys(tables) as readonly PeopleKind[];

const idOf = (value: { readonly id: string } | { readonly key: string }): string =>
  "id" in value ? value.id : value.key;

/** All of one kind, by id. */
export async function listPeople<K extends PeopleKind>(db: Queryable, kind: K): Promise<PersonOf<K>[]> {
  const { table, id } = tables[kind];
  const rows = await db.query<{ data: string }[]>(`SELECT data FROM ${quoted(table)} ORDER BY ${quoted(id)}`);
  return rows.map((row) => JSON.parse(row.data) as PersonOf<K>);
}

export async function findPerson<K extends PeopleKind>(
  db: Queryable,
  kind: K,
  key: string,
): Promise<PersonOf<K> | null> {
  const { table, id } = tables[kind];
  const sql = `SELECT data FROM ${quoted(table)} WHERE ${quoted(id)} = ?`;
  const [row] = await db.query<{ data: string }[]>(sql, [key]);
  return row === undefined ? null : (JSON.parse(row.data) as PersonOf<K>);
}

/** Inserts or replaces each. */
export async function putPeople<K extends PeopleKind>(
  tx: Transaction,
  kind: K,
  values: readonly PersonOf<K>[],
): Promise<void> {
  const { table, id } = tables[kind];
  const rows = values.map((value) => ({ [id]: idOf(value), data: JSON.stringify(value) }));
  await upsertRows<string>(tx, table, [id, "data"], rows, [id]);
  await noteHouseChange(tx);
}

export async function removePerson(tx: Transaction, kind: PeopleKind, key: string): Promise<void> {
  const { table, id } = tables[kind];
  await tx.query(`DELETE FROM ${quoted(table)} WHERE ${quoted(id)} = ?`, [key]);
  await noteHouseChange(tx);
}

/** Presence and load of every agent that ever had one. */
export const listAgentLoads = (db: Queryable): Promise<AgentLoadRow[]> =>
  db.query<AgentLoadRow[]>("SELECT * FROM agent_loads");

/** How many tickets of an agent are not done. */
export async function countOpenTicketsOf(db: Queryable, agent: string): Promise<number> {
  const sql =
    "SELECT COUNT(*) AS count FROM tickets WHERE assignee = ? AND status NOT IN ('resolved','closed')";
  const [row] = await db.query<{ count: number }[]>(sql, [agent]);
  return Number(row?.count ?? 0);
}
