/** axe on the pages of agents, in both themes: nothing serious or critical. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers } from "./barriers.ts";
import { openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createTicket, employ, password, type StoredTicket } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

const lead = "a09";

let server: PageServer;
let browser: Browser;
let ticket: StoredTicket;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
  await employ(server, lead, "lead");
  ticket = await createTicket(server, { fields: { refundAmount: 699 } });
  await server.api("PATCH", `/tickets/${ticket.id}`, { stage: "退货申请" });
  await createTicket(server, { channel: "mail", subject: "过敏了，很严重", priority: "P0" });
  await createTicket(server, { channel: "jd", subject: "发票", status: undefined });
  await server.advance("PT10M");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Scene {
  readonly name: string;
  readonly path: () => string;
  readonly signedOut?: boolean;
  readonly act?: (page: Page) => Promise<unknown>;
}

const scenes: readonly Scene[] = [
  { name: "sign-in", path: () => "/sign-in", signedOut: true },
  { name: "list", path: () => "/tickets?view=all" },
  {
    name: "list with every filter",
    path: () => "/tickets?priority=P0,P2&tag=x",
    act: (page) => page.getByRole("button", { name: "更多筛选" }).click(),
  },
  { name: "nothing matches", path: () => "/tickets?q=zzz" },
  { name: "ticket", path: () => `/tickets/${ticket.id}` },
  {
    name: "why",
    path: () => `/tickets/${ticket.id}`,
    act: async (page) => {
      const open = page.getByRole("button", { name: "为什么" });
      await open.first().waitFor();
      for (let left = await open.count(); left > 0; left -= 1) await open.nth(left - 1).click();
    },
  },
  {
    name: "task form",
    path: () => `/tickets/${ticket.id}`,
    act: (page) => page.getByRole("button", { name: "合格", exact: true }).click(),
  },
  {
    name: "notifications",
    path: () => "/tickets",
    act: (page) => page.getByRole("button", { name: /^通知/ }).click(),
  },
  { name: "new ticket", path: () => "/tickets?new=1" },
  { name: "palette", path: () => "/tickets", act: (page) => page.keyboard.press("Control+k") },
  { name: "lost", path: () => "/nowhere" },
];

describe.each(["light", "dark"] as const)("%s", (theme) => {
  it.each(scenes)("$name", async ({ path, signedOut, act }) => {
    const desk = await openDesk(browser, server.origin, { theme });
    if (!signedOut) await signInQuietly(desk, lead, password);
    await desk.page.goto(path());
    await desk.page.getByRole("heading").first().waitFor();
    await desk.page.waitForLoadState("networkidle").catch(() => undefined);
    await act?.(desk.page);
    await desk.page.waitForTimeout(300);
    expect(await barriers(desk.page)).toEqual([]);
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });
});
