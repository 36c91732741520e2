/** Signing in with name and password. */
import type { AppContext } from "../context.ts";
import type { UserRow } from "../database/entities/access.ts";
import { addSession } from "../database/repositories/sessions.ts";
import { findUserByName } from "../database/repositories/users.ts";
import { AppError } from "../errors.ts";
import { newToken } from "../ids.ts";
import { hashPassword, sha256, verifyPassword } from "./hashes.ts";
import { sessionMs } from "./session-cookie.ts";
import type { SignInThrottle } from "./sign-in-throttle.ts";
import { type PublicUser, toPublicUser } from "./users.ts";

/** Verified against when nobody has the name, so that a name's existence does not show in the time it takes. */
let nobody: Promise<string> | undefined;

async function passwordFits(user: UserRow | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(newToken());
  const fits = await verifyPassword(user?.password_hash ?? (await nobody), password);
  return fits && user !== null && user.disabled === 0;
}

/** Opens a session. Throws `auth.failed` or `auth.throttled`. */
export async function signIn(
  context: AppContext,
  throttle: SignInThrottle,
  { name, password }: { readonly name: string; readonly password: string },
  address: string,
): Promise<{ readonly token: string; readonly user: PublicUser }> {
  throttle.check(name, address);
  // Counted before the slow comparison: a burst of guesses sent together is stopped like one sent in turn.
  throttle.failed(name, address);
  const user = await findUserByName(context.database.reader, name);
  if (!(await passwordFits(user, password)) || user === null) throw new AppError("auth.failed");
  throttle.succeeded(name, address);
  const token = newToken();
  const now = context.wall.now();
  const session = { id: sha256(token), user_id: user.id, created_at: now, expires_at: now + sessionMs };
  await context.database.writer.run((transaction) => addSession(transaction, session));
  return { token, user: toPublicUser(user) };
}
