/** What a new house gets: an administrator, and the starter pack if it wants one. Later starts change nothing. */
import type { StarterPack } from "@sluice/schemas/starter";
import { newPassword } from "../access/passwords.ts";
import { addUser } from "../access/users.ts";
import type { AppContext } from "../context.ts";
import type { Transaction } from "../database/database.ts";
import { hasMark, setMark } from "../database/repositories/meta.ts";
import { peopleKinds, putPeople } from "../database/repositories/people.ts";
import { type SettingsPart, saveSetting } from "../database/repositories/settings.ts";
import { countUsers } from "../database/repositories/users.ts";
import { importBundle } from "../documents/import-bundle.ts";

const actor = "setup";

export interface FirstRun {
  /** To be shown once; `null` when the password was given by the environment or users exist. */
  readonly admin: { readonly name: string; readonly password: string } | null;
  readonly starterLoaded: boolean;
}

async function ensureAdmin(context: AppContext): Promise<FirstRun["admin"]> {
  if ((await countUsers(context.database.reader)) > 0) return null;
  const given = context.config.adminPassword;
  const password = given ?? newPassword();
  await addUser(context, { name: "admin", password, role: "admin" }, actor);
  return given === undefined ? { name: "admin", password } : null;
}

async function loadHouse(transaction: Transaction, starter: StarterPack): Promise<void> {
  for (const [part, value] of Object.entries(starter.settings))
    await saveSetting(transaction, part as SettingsPart, value as never);
  for (const kind of peopleKinds) await putPeople(transaction, kind, starter.people[kind]);
}

const starterMark = "starter";

/** The mark is set last: a start that was cut short loads the pack again, which changes nothing twice. */
async function ensureStarter(context: AppContext, starter: StarterPack | null): Promise<boolean> {
  const { reader, writer } = context.database;
  if (starter === null || (await hasMark(reader, starterMark))) return false;
  await writer.run((transaction) => loadHouse(transaction, starter));
  await context.runtime.onSettingsChanged();
  await context.runtime.onPeopleChanged();
  const options = { publish: true, comment: "Starter pack", actor };
  await importBundle(context, starter.documents, options);
  await writer.run((transaction) => setMark(transaction, starterMark, "loaded"));
  return true;
}

/** Brings a new data folder up to what a first sign-in needs. */
export async function firstRun(context: AppContext, starter: StarterPack | null): Promise<FirstRun> {
  const starterLoaded = await ensureStarter(context, starter);
  return { starterLoaded, admin: await ensureAdmin(context) };
}
