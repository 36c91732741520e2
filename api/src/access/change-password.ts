/** Changing one's own password. */
import type { AppContext } from "../context.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import { removeSessionsOf } from "../database/repositories/sessions.ts";
import { findUser, updateUser } from "../database/repositories/users.ts";
import { AppError } from "../errors.ts";
import { hashPassword, verifyPassword } from "./hashes.ts";
import { actorOf, type Principal } from "./principal.ts";
import type { SignInThrottle } from "./sign-in-throttle.ts";

/** Sets the new password and signs out every other session. Throws `auth.failed` when the current one is wrong. */
export async function changePassword(
  context: AppContext,
  throttle: SignInThrottle,
  principal: Principal,
  { current, next }: { readonly current: string; readonly next: string },
  address: string,
): Promise<void> {
  if (principal.type !== "user")
    throw new AppError("auth.forbidden", { detail: "Only people have passwords." });
  throttle.check(principal.name, address);
  throttle.failed(principal.name, address);
  const user = await findUser(context.database.reader, principal.id);
  if (user === null || !(await verifyPassword(user.password_hash, current)))
    throw new AppError("auth.failed");
  throttle.succeeded(principal.name, address);
  const password_hash = await hashPassword(next);
  await context.database.writer.run(async (transaction) => {
    await updateUser(transaction, user.id, { password_hash });
    await removeSessionsOf(transaction, user.id, principal.session);
    const at = context.wall.now();
    await appendAudit(transaction, {
      at,
      actor: actorOf(principal),
      action: "user.password",
      target: `user:${user.id}`,
    });
  });
}
