/** axe on the SLA and calendar pages, in both themes: nothing serious or critical. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers } from "./barriers.ts";
import { openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let browser: Browser;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Scene {
  readonly name: string;
  readonly path: string;
  readonly ready: string;
  readonly act?: (page: Page) => Promise<unknown>;
}

const scenes: readonly Scene[] = [
  { name: "policies", path: "/sla", ready: "table" },
  { name: "the matrix", path: "/sla/default", ready: "[data-cell]" },
  {
    name: "a cell being written",
    path: "/sla/default",
    ready: "[data-cell]",
    act: (page) => page.locator('[data-cell="6-11"]').click(),
  },
  {
    name: "a tier",
    path: "/sla/default",
    ready: "[data-cell]",
    act: (page) => page.getByRole("button", { name: /^VIP 减半/ }).click(),
  },
  {
    name: "the trial",
    path: "/sla/default",
    ready: "[data-cell]",
    act: (page) => page.getByRole("button", { name: "试算" }).first().click(),
  },
  { name: "calendars", path: "/calendars", ready: "table" },
  { name: "a calendar", path: "/calendars/finance", ready: "[data-date]" },
  {
    name: "a day",
    path: "/calendars/finance",
    ready: "[data-date]",
    act: (page) => page.getByRole("button", { name: /^2026年4月15日/ }).click(),
  },
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it.each(scenes)("$name", async ({ path, ready, act }) => {
    const desk = await openDesk(browser, server.origin, { theme });
    await signInQuietly(desk);
    await desk.page.goto(path);
    await desk.page.locator(ready).first().waitFor();
    await act?.(desk.page);
    expect(await barriers(desk.page)).toEqual([]);
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });
});
