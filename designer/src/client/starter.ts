/**
 * Puts the starter pack into a house that has nothing yet: its settings, its people, then its documents, published.
 * Each step is idempotent, so one that broke off can be begun again. The pack is large and is fetched only for this.
 */
import type { StarterPack } from "@sluice/schemas/starter";
import { importAndPublish } from "./documents.ts";
import { request } from "./request.ts";

export type StarterStep = "settings" | "people" | "documents";

interface Call {
  readonly step: StarterStep;
  readonly path: string;
  readonly body: unknown;
}

const settingsCall = (pack: StarterPack, part: keyof StarterPack["settings"]): Call => ({
  step: "settings",
  path: `/settings/${part}`,
  body: pack.settings[part],
});

/** Groups name their leads and agents their groups: groups come first without leads, and again with them. */
function callsOf(pack: StarterPack): readonly Call[] {
  const { groups, skills, shifts, agents } = pack.people;
  const put = (kind: string, key: string, body: unknown): Call => ({
    step: "people",
    path: `/${kind}/${encodeURIComponent(key)}`,
    body,
  });
  return [
    ...(["workspace", "channels", "shops", "fields"] as const).map((part) => settingsCall(pack, part)),
    ...skills.map((skill) => put("skills", skill.key, skill)),
    ...shifts.map((shift) => put("shifts", shift.key, shift)),
    ...groups.map(({ lead: _lead, director: _director, ...group }) => put("groups", group.key, group)),
    ...agents.map((agent) => put("agents", agent.id, agent)),
    ...groups.map((group) => put("groups", group.key, group)),
    settingsCall(pack, "categories"),
  ];
}

/** Loads the pack; tells after each call how far it is (0–1). @throws ApiError of the call that was refused. */
export async function importStarter(onProgress: (step: StarterStep, share: number) => void): Promise<void> {
  onProgress("settings", 0);
  const { ecommerceStarter } = await import("@sluice/schemas/starter");
  const calls = callsOf(ecommerceStarter);
  for (const [at, { step, path, body }] of calls.entries()) {
    onProgress(step, (at / calls.length) * 0.8);
    await request(path, { method: "PUT", body });
  }
  onProgress("documents", 0.8);
  await importAndPublish(ecommerceStarter.documents);
  onProgress("documents", 1);
}
