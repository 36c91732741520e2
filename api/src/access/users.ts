/** Making and changing users; there is always an administrator left. */

import { problem } from "@sluice/schemas";
import { toIso } from "../clock.ts";
import type { AppContext } from "../context.ts";
import type { Transaction } from "../database/database.ts";
import type { UserRow } from "../database/entities/access.ts";
import { isDuplicate } from "../database/failure.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import { findPerson } from "../database/repositories/people.ts";
import { removeSessionsOf } from "../database/repositories/sessions.ts";
import { countAdmins, findUser, insertUser, updateUser } from "../database/repositories/users.ts";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";
import type { Role } from "../infra/roles.ts";
import { hashPassword } from "./hashes.ts";

/** A user without the password's hash. */
export interface PublicUser {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly agentId: string | null;
  readonly disabled: boolean;
  readonly createdAt: string;
}

export const toPublicUser = (row: UserRow): PublicUser => ({
  id: row.id,
  name: row.name,
  role: row.role,
  agentId: row.agent_id,
  disabled: row.disabled === 1,
  createdAt: toIso(row.created_at),
});

export interface NewUser {
  readonly name: string;
  readonly password: string;
  readonly role: Role;
  readonly agentId?: string | null;
}

async function requireAgent(transaction: Transaction, agent: string | null | undefined): Promise<void> {
  if (agent == null || (await findPerson(transaction, "agents", agent)) !== null) return;
  const values = { kind: "agent", key: agent };
  throw new AppError("agent.unknown", {
    values: { reason: `Nobody is agent ${agent}.` },
    errors: [problem("/agentId", "reference.missing", values)],
  });
}

/** Adds a user. Throws `resource.exists` when the name is taken, `agent.unknown`. */
export async function addUser(
  context: Pick<AppContext, "database" | "wall">,
  input: NewUser,
  actor: string,
): Promise<PublicUser> {
  const row: UserRow = {
    id: newId(),
    name: input.name,
    password_hash: await hashPassword(input.password),
    role: input.role,
    agent_id: input.agentId ?? null,
    created_at: context.wall.now(),
    disabled: 0,
  };
  const user = toPublicUser(row);
  try {
    await context.database.writer.run(async (transaction) => {
      await requireAgent(transaction, row.agent_id);
      await insertUser(transaction, row);
      const target = `user:${row.id}`;
      await appendAudit(transaction, {
        at: row.created_at,
        actor,
        action: "user.create",
        target,
        after: user,
      });
    });
  } catch (error) {
    if (isDuplicate(error)) throw new AppError("resource.exists", { values: { what: `user ${input.name}` } });
    throw error;
  }
  return user;
}

export interface UserChange {
  readonly role?: Role;
  readonly agentId?: string | null;
  readonly disabled?: boolean;
  readonly password?: string;
}

async function toRowChange(change: UserChange): Promise<Partial<UserRow>> {
  return {
    ...(change.role === undefined ? {} : { role: change.role }),
    ...(change.agentId === undefined ? {} : { agent_id: change.agentId }),
    ...(change.disabled === undefined ? {} : { disabled: change.disabled ? 1 : 0 }),
    ...(change.password === undefined ? {} : { password_hash: await hashPassword(change.password) }),
  };
}

async function keepAnAdmin(transaction: Transaction): Promise<void> {
  if ((await countAdmins(transaction)) === 0) throw new AppError("resource.last-admin");
}

/** Changes a user; a new password or a disabling signs the user out. Throws `resource.not-found`, `resource.last-admin`, `agent.unknown`. */
export async function changeUser(
  context: AppContext,
  id: string,
  change: UserChange,
  actor: string,
): Promise<PublicUser> {
  const rowChange = await toRowChange(change);
  return context.database.writer.run(async (transaction) => {
    const row = await findUser(transaction, id);
    if (row === null) throw new AppError("resource.not-found", { values: { what: `user ${id}` } });
    await requireAgent(transaction, change.agentId);
    await updateUser(transaction, id, rowChange);
    if (row.role === "admin" && row.disabled === 0) await keepAnAdmin(transaction);
    if (change.password !== undefined || change.disabled === true)
      await removeSessionsOf(transaction, id, null);
    const [before, after] = [toPublicUser(row), toPublicUser({ ...row, ...rowChange })];
    const at = context.wall.now();
    await appendAudit(transaction, { at, actor, action: "user.change", target: `user:${id}`, before, after });
    return after;
  });
}
