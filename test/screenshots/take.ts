/**
 * `pnpm --filter @sluice/test run screenshots <folder> [name …]`: every page in both sizes, themes and languages,
 * in a busy house, an empty one and an overfull one. For looking at, and for the manuals. `SLUICE_LOOKS` names the looks
 * when not all are wanted: `SLUICE_LOOKS=1280-light-zh,1920-dark-en`.
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type Desk, type DeskOptions, openBrowser, openDesk, signInQuietly } from "../e2e/browser.ts";
import { password } from "../e2e/house.ts";
import { type PageServer, startPageServer } from "../e2e/server.ts";
import { type BusyHouse, letMorningPass, person } from "./busy-house.ts";
import { overfill } from "./overfull-house.ts";
import { type HouseKind, type Shot, shots } from "./shots.ts";

const allLooks = [1280, 1920].flatMap((width) =>
  (["light", "dark"] as const).flatMap((theme) =>
    (["zh-CN", "en"] as const).map((language) => ({
      width,
      height: width === 1280 ? 800 : 1080,
      theme,
      language,
    })),
  ),
);

type Look = (typeof allLooks)[number];

const nameOf = ({ width, theme, language }: Look): string =>
  `${width}-${theme}-${language === "en" ? "en" : "zh"}`;

const wantedLooks = process.env.SLUICE_LOOKS?.split(",");
const looks = allLooks.filter((look) => wantedLooks?.includes(nameOf(look)) ?? true);

/** Pages read the server's time from its answers: there it is the sandbox's, not the machine's. */
async function keepSandboxTime(desk: Desk, now: Date): Promise<void> {
  await desk.context.route(/\/api\/v1\/(?!events)/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), date: now.toUTCString() } });
  });
}

async function settle(page: Page): Promise<void> {
  await page.locator("h1, h2, input").first().waitFor();
  await page.locator("[class*=skeleton]").first().waitFor({ state: "detached" });
  await page.waitForTimeout(500);
}

interface House {
  readonly server: PageServer;
  readonly who: { readonly name: string; readonly password: string } | null;
  readonly tickets: BusyHouse;
  readonly now: Date;
}

async function signInFor({ signedOut, asAdmin }: Shot, desk: Desk, { who }: House): Promise<void> {
  if (signedOut) return;
  if (asAdmin) await signInQuietly(desk);
  else await signInQuietly(desk, who?.name, who?.password);
}

/** One picture that goes wrong must not cost the others; it is told, and the command fails. */
async function act({ name, act: doing }: Shot, page: Page): Promise<void> {
  try {
    await doing?.(page);
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
  await page.waitForTimeout(200);
}

async function takeAll(
  browser: Browser,
  kind: HouseKind,
  house: House,
  wanted: readonly string[],
  folder: string,
) {
  const chosen = shots.filter(
    ({ name, house: of }) => of === kind && (wanted.length === 0 || wanted.includes(name)),
  );
  for (const look of looks) {
    const desk = await openDesk(browser, house.server.origin, look satisfies DeskOptions);
    await keepSandboxTime(desk, house.now);
    // Each picture is of a page as it is opened first: what one scene opened does not stand in the next.
    await desk.context.addInitScript(() => localStorage.removeItem("sluice.drawer"));
    for (const shot of [...chosen].sort((a) => (a.signedOut ? -1 : 1))) {
      await signInFor(shot, desk, house);
      await desk.page.goto(shot.path(house.tickets));
      await settle(desk.page);
      await act(shot, desk.page);
      await desk.page.screenshot({ path: join(folder, `${shot.name}-${nameOf(look)}.png`) });
    }
    for (const complaint of desk.complaints) console.error(complaint);
    await desk.close();
  }
}

const nowOf = async (server: PageServer): Promise<Date> =>
  new Date((await server.api("POST", "/sandbox/clock", { advance: "PT0S" })).now);

async function main(): Promise<void> {
  const [target, ...wanted] = process.argv.slice(2);
  if (target === undefined) throw new Error("name the folder that the pictures go into");
  const folder = resolve(process.env.INIT_CWD ?? ".", target);
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  const busy = await startPageServer({ at: "2026-03-02T08:40:00+08:00" });
  const empty = await startPageServer({ starter: "none" });
  const full = await startPageServer();
  try {
    const tickets = await letMorningPass(busy);
    const who = { name: person, password };
    await takeAll(browser, "busy", { server: busy, who, tickets, now: await nowOf(busy) }, wanted, folder);
    const none = { server: empty, who: null, tickets, now: await nowOf(empty) };
    await takeAll(browser, "empty", none, wanted, folder);
    await overfill(full);
    const much = { server: full, who: null, tickets, now: await nowOf(full) };
    await takeAll(browser, "overfull", much, wanted, folder);
  } finally {
    await browser.close();
    await busy.stop();
    await empty.stop();
    await full.stop();
  }
}

await main();
