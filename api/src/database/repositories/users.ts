/** People who can sign in. */
import type { Queryable, Transaction } from "../database.ts";
import type { UserRow } from "../entities/access.ts";

const repository = (db: Queryable) => db.getRepository<UserRow>("users");

export const listUsers = (db: Queryable): Promise<UserRow[]> =>
  repository(db).find({ order: { name: "ASC" } });

export const findUser = (db: Queryable, id: string): Promise<UserRow | null> =>
  repository(db).findOneBy({ id });

export const findUserByName = (db: Queryable, name: string): Promise<UserRow | null> =>
  repository(db).findOneBy({ name });

/** Throws a duplicate-key error when the name is taken (`isDuplicate`). */
export async function insertUser(tx: Transaction, row: UserRow): Promise<void> {
  await repository(tx).insert(row);
}

export async function updateUser(tx: Transaction, id: string, change: Partial<UserRow>): Promise<void> {
  if (Object.keys(change).length > 0) await repository(tx).update({ id }, change);
}

/** Administrators who can sign in. */
export const countAdmins = (db: Queryable): Promise<number> =>
  repository(db).countBy({ role: "admin", disabled: 0 });

export const countUsers = (db: Queryable): Promise<number> => repository(db).count();
