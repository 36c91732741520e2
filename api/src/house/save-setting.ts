/** Changing a part of the settings, checked for what a schema cannot say. */
import { type Problem, problem, type Settings } from "@sluice/schemas";
import type { AppContext } from "../context.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import { loadSetting, type SettingsPart, saveSetting } from "../database/repositories/settings.ts";
import { AppError } from "../errors.ts";
import { requireEtag } from "../infra/etags.ts";

function isZone(timezone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return true;
  } catch {
    return false;
  }
}

const nameOf = (item: unknown): string => {
  const { key, id } = item as { key?: string; id?: string };
  return key ?? id ?? "";
};

function duplicates(items: readonly unknown[]): Problem[] {
  const names = items.map(nameOf);
  return names.flatMap((name, at) =>
    names.indexOf(name) === at ? [] : [problem(`/${at}`, "schema.duplicate", { name })],
  );
}

function faultsOf(value: Settings[SettingsPart]): Problem[] {
  if (Array.isArray(value)) return duplicates(value);
  const { timezone } = value as Settings["workspace"];
  return isZone(timezone) ? [] : [problem("/timezone", "calendar.timezone", { zone: timezone })];
}

/**
 * Replaces one part. Throws `request.invalid` for duplicates and unknown time zones, `resource.changed` when the
 * caller saw another value than the one that is there.
 */
export async function changeSetting<P extends SettingsPart>(
  context: AppContext,
  part: P,
  value: Settings[P],
  { actor, ifMatch }: { readonly actor: string; readonly ifMatch?: string | undefined },
): Promise<void> {
  const errors = faultsOf(value);
  if (errors.length > 0) throw new AppError("request.invalid", { errors });
  await context.database.writer.run(async (transaction) => {
    const before = await loadSetting(transaction, part);
    requireEtag(ifMatch, before);
    await saveSetting(transaction, part, value);
    const at = context.wall.now();
    const target = `settings:${part}`;
    await appendAudit(transaction, { at, actor, action: "settings.change", target, before, after: value });
  });
  await context.runtime.onSettingsChanged();
}
