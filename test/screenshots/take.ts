/**
 * `pnpm --filter @sluice/test run screenshots <folder> [name …]`: every page in both sizes, themes and languages,
 * with a busy house and an empty one. For looking at, and for the manuals.
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type Desk, type DeskOptions, openBrowser, openDesk, signInQuietly } from "../e2e/browser.ts";
import { password } from "../e2e/house.ts";
import { type PageServer, startPageServer } from "../e2e/server.ts";
import { type BusyHouse, letMorningPass, person } from "./busy-house.ts";

interface Shot {
  readonly name: string;
  readonly house: "busy" | "empty";
  readonly path: (house: BusyHouse) => string;
  /** What is done on the page before the picture. */
  readonly act?: (page: Page) => Promise<unknown>;
  readonly signedOut?: boolean;
}

const shots: readonly Shot[] = [
  { name: "sign-in", house: "busy", path: () => "/sign-in", signedOut: true },
  { name: "tickets", house: "busy", path: () => "/tickets" },
  { name: "tickets-all", house: "busy", path: () => "/tickets?view=all" },
  {
    name: "tickets-filtered",
    house: "busy",
    path: () => "/tickets?status=open,new&priority=P1,P2&tag=退换货&group=aftersales",
  },
  { name: "tickets-nothing", house: "busy", path: () => "/tickets?q=zzzz" },
  { name: "tickets-empty", house: "empty", path: () => "/tickets" },
  { name: "ticket", house: "busy", path: ({ refund }) => `/tickets/${refund}` },
  {
    name: "ticket-why",
    house: "busy",
    path: ({ refund }) => `/tickets/${refund}`,
    act: async (page) => {
      const scroll = page.locator("[class*=scroll]").first();
      await scroll.evaluate((element) => element.scrollTo(0, 0));
      for (const index of [0, 1]) await page.locator("[class*=whyButton]").nth(index).click();
    },
  },
  {
    name: "ticket-rail-end",
    house: "busy",
    path: ({ refund }) => `/tickets/${refund}`,
    act: (page) => page.locator("aside[class*=rail]").evaluate((element) => element.scrollTo(0, 10_000)),
  },
  { name: "ticket-overlong", house: "busy", path: ({ overlong }) => `/tickets/${overlong}` },
  { name: "new-ticket", house: "busy", path: () => "/tickets?new=1" },
  {
    name: "palette",
    house: "busy",
    path: () => "/tickets",
    act: (page) => page.keyboard.press("Control+k"),
  },
  { name: "not-found", house: "busy", path: () => "/nowhere" },
];

const looks = [1280, 1920].flatMap((width) =>
  (["light", "dark"] as const).flatMap((theme) =>
    (["zh-CN", "en"] as const).map((language) => ({
      width,
      height: width === 1280 ? 800 : 1080,
      theme,
      language,
    })),
  ),
);

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

async function takeAll(
  browser: Browser,
  kind: Shot["house"],
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
    for (const shot of [...chosen].sort((a) => (a.signedOut ? -1 : 1))) {
      if (!shot.signedOut) await signInQuietly(desk, house.who?.name, house.who?.password);
      await desk.page.goto(shot.path(house.tickets));
      await settle(desk.page);
      await shot.act?.(desk.page);
      await desk.page.waitForTimeout(200);
      const file = `${shot.name}-${look.width}-${look.theme}-${look.language === "en" ? "en" : "zh"}.png`;
      await desk.page.screenshot({ path: join(folder, file) });
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
  try {
    const tickets = await letMorningPass(busy);
    const who = { name: person, password };
    await takeAll(browser, "busy", { server: busy, who, tickets, now: await nowOf(busy) }, wanted, folder);
    const none = { server: empty, who: null, tickets, now: await nowOf(empty) };
    await takeAll(browser, "empty", none, wanted, folder);
  } finally {
    await browser.close();
    await busy.stop();
    await empty.stop();
  }
}

await main();
