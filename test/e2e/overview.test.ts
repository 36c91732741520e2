/** The overview: its numbers are the api's, each leads to a list of so many tickets, and an empty house is helped. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createTicket, employ, password } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let empty: PageServer;
let browser: Browser;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  server = await startPageServer();
  empty = await startPageServer({ starter: "none" });
  browser = await openBrowser();
  await employ(server, "a09", "agent");
  await createTicket(server, { channel: "jd", subject: "快递三天没动了", priority: "P1" });
  await createTicket(server, { channel: "mail", subject: "合作咨询", priority: "P3" });
  const done = await createTicket(server, { channel: "web", subject: "发票什么时候开" });
  await createTicket(server, { channel: "pdd", subject: "怎么还不发货" });
  await server.api("PATCH", `/tickets/${done.id}`, { status: "resolved" });
  // First answers run out, pools fill.
  await server.advance("PT45M");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await empty?.stop();
});
afterEach(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

async function sitAt(at: PageServer, name?: string): Promise<void> {
  desk = await openDesk(browser, at.origin);
  page = desk.page;
  await (name === undefined ? signInQuietly(desk) : signInQuietly(desk, name, password));
}

/** Links of the journey and the groups that say a number and lead to tickets. */
async function numbers(): Promise<
  readonly { readonly href: string; readonly n: number; readonly label: string }[]
> {
  const links = page.locator("main a[aria-label][href^='/tickets']");
  return links.evaluateAll((all) =>
    all.map((link) => ({
      href: link.getAttribute("href") ?? "",
      label: link.getAttribute("aria-label") ?? "",
      n: Number((link.textContent ?? "").replaceAll(",", "")),
    })),
  );
}

it("is the first page, and agents begin with their tickets", async () => {
  await sitAt(server);
  await page.goto("/");
  await page.waitForURL(/\/overview$/);
  await page.getByRole("heading", { name: "总览", level: 1 }).waitFor();
  await desk.close();
  await sitAt(server, "a09");
  await page.goto("/");
  await page.waitForURL(/\/tickets$/);
});

it("shows the api's numbers", async () => {
  await sitAt(server);
  await page.goto("/overview");
  const overview = await server.api("GET", "/overview");
  const said = async (name: RegExp) =>
    Number((await page.getByRole("link", { name }).first().textContent()) ?? "");
  await page.getByRole("link", { name: /^今日进线: / }).waitFor();
  expect(await said(/^今日进线: /)).toBe(overview.classification.today);
  expect(await said(/^计时中: /)).toBe(overview.sla.running);
  expect(await said(/^已超时: /)).toBe(overview.sla.breached);
  expect(await said(/^排队等客服: /)).toBe(overview.routing.waiting);
  expect(await said(/^今日解决: /)).toBe(overview.closing.resolvedToday);
  expect(await said(/^未完成: /)).toBe(overview.closing.openTotal);
  expect(overview.sla.breached).toBeGreaterThan(0);
});

it("leads from each number to so many tickets", async () => {
  await sitAt(server);
  await page.goto("/overview");
  await page.getByRole("link", { name: /^今日进线: / }).waitFor();
  const all = await numbers();
  expect(all.length).toBeGreaterThan(20);
  const seen = new Map(all.map((each) => [each.href, each]));
  for (const { href, n, label } of seen.values()) {
    if (n === 0) continue;
    await page.goto(href);
    // The head is a row too.
    await expect
      .poll(() => page.getByRole("row").count(), { message: `${label} ${href}`, timeout: 15_000 })
      .toBe(n + 1);
  }
});

it("follows what happens without being asked, and nothing moves", async () => {
  await sitAt(server);
  await page.goto("/overview");
  const today = page.getByRole("link", { name: /^今日进线: / });
  await today.waitFor();
  const n = Number(await today.textContent());
  const place = async () => page.getByRole("heading", { name: "各组负载" }).boundingBox();
  const before = await place();
  await createTicket(server, { channel: "douyin", subject: "直播间的券用不了" });
  await page.getByRole("link", { name: `今日进线: ${n + 1}` }).waitFor();
  expect(await place()).toEqual(before);
});

it("offers the starter pack to an empty house", async () => {
  await sitAt(empty);
  await page.goto("/");
  await page.getByRole("button", { name: "装入示例包" }).click();
  await page.getByRole("list", { name: "工单的一路" }).waitFor({ timeout: 60_000 });
  const { documents } = await empty.api("GET", "/documents/export?state=live");
  const { documents: wanted } = await server.api("GET", "/documents/export?state=live");
  expect(documents).toEqual(wanted);
  expect((await empty.api("GET", "/groups")).items).toEqual((await server.api("GET", "/groups")).items);
  const ids = async (at: PageServer) =>
    (await at.api("GET", "/settings/categories")).map(({ id }: { id: string }) => id);
  expect(await ids(empty)).toEqual(await ids(server));
});
