/** axe on the pages that admins draw on, in both themes: nothing serious or critical. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers } from "./barriers.ts";
import { openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createTicket } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let browser: Browser;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
  const { id } = await createTicket(server, { fields: { refundAmount: 699 } });
  await server.api("PATCH", `/tickets/${id}`, { stage: "退货申请" });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Scene {
  readonly name: string;
  readonly path: string;
  readonly act?: (page: Page) => Promise<unknown>;
}

const tab = (name: string) => (page: Page) => page.getByRole("tab", { name, exact: true }).click();

const scenes: readonly Scene[] = [
  { name: "overview", path: "/overview" },
  { name: "workflows", path: "/workflows" },
  { name: "canvas", path: "/workflows/returns" },
  {
    name: "inspector",
    path: "/workflows/returns",
    act: (page) => page.locator(".react-flow__node").nth(2).click(),
  },
  { name: "problems", path: "/workflows/returns", act: tab("问题") },
  { name: "trial", path: "/workflows/returns", act: tab("试运行") },
  { name: "JSON", path: "/workflows/returns", act: tab("JSON") },
  { name: "revisions", path: "/workflows/returns", act: tab("历史") },
  {
    name: "publish",
    path: "/workflows/returns",
    act: (page) => page.getByRole("button", { name: "发布", exact: true }).click(),
  },
  { name: "classification", path: "/classification/default" },
  { name: "SLA", path: "/sla/default" },
  { name: "calendars", path: "/calendars" },
  { name: "calendar", path: "/calendars/finance" },
  { name: "routing", path: "/routing/default" },
  { name: "people", path: "/people" },
  { name: "campaigns", path: "/campaigns" },
  { name: "campaign", path: "/campaigns/double11-2026" },
  { name: "segments", path: "/segments" },
  { name: "segment", path: "/segments/vip" },
  { name: "tasks", path: "/tasks" },
  { name: "incidents", path: "/operations" },
  {
    name: "run",
    path: "/operations/runs",
    act: (page) =>
      page
        .getByRole("button", { name: /查看运行实例/ })
        .first()
        .click(),
  },
  { name: "jobs", path: "/operations/jobs" },
  { name: "timers", path: "/operations/timers" },
  {
    name: "hold",
    path: "/operations",
    act: (page) => page.getByRole("button", { name: "暂停…" }).click(),
  },
  { name: "plugins", path: "/plugins" },
  { name: "plugin", path: "/plugins?plugin=notify" },
  { name: "secrets", path: "/plugins?plugin=notify", act: tab("密钥") },
  { name: "what a plugin offers", path: "/plugins?plugin=logistics", act: tab("提供什么") },
  { name: "settings", path: "/settings" },
  { name: "customer", path: "/customers/buyer-1" },
];

describe.each(["light", "dark"] as const)("%s", (theme) => {
  it.each(scenes)("$name", async ({ path, act }) => {
    const desk = await openDesk(browser, server.origin, { theme });
    await signInQuietly(desk);
    await desk.page.goto(path);
    await desk.page.getByRole("heading").first().waitFor();
    await desk.page.locator("[class*=skeleton]").first().waitFor({ state: "detached" });
    await act?.(desk.page);
    await desk.page.waitForTimeout(500);
    expect(await barriers(desk.page)).toEqual([]);
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });
});
