/** The ticket list: filters that live in the address, changes that arrive by themselves, claiming out of a pool. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createTicket, employ, password, type StoredTicket } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

/** Finance: nothing below is routed to them. */
const agent = "a22";

let server: PageServer;
let browser: Browser;
let desk: Desk;
let pooled: StoredTicket;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
  await employ(server, agent, "agent");
  pooled = await createTicket(server, {
    channel: "web",
    subject: "尺码怎么选",
    body: "平时穿 42 码",
    customer: { id: "buyer-size", name: "阿平" },
  });
  await createTicket(server, { channel: "jd", subject: "发票什么时候开", priority: "P1" });
  await createTicket(server, { channel: "mail", subject: "合作咨询", priority: "P3" });
  // Nobody of pre-sales or after-sales is there: every wait on the way to the pool runs out.
  await server.advance("PT20M");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  desk = await openDesk(browser, server.origin);
  await signInQuietly(desk, agent, password);
});
afterEach(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

const row = (subject: string) => desk.page.getByRole("row").filter({ hasText: subject });

it("keeps its filters in the address", async () => {
  const { page } = desk;
  await page.goto("/tickets");
  await row("合作咨询").waitFor();
  await page.getByRole("combobox", { name: "优先级" }).click();
  await page.locator(".ant-select-item-option").filter({ hasText: "P1 高" }).click();
  await row("合作咨询").waitFor({ state: "detached" });
  expect(await row("发票什么时候开").count()).toBe(1);
  expect(new URL(page.url()).searchParams.get("priority")).toBe("P1");

  await page.reload();
  await row("发票什么时候开").waitFor();
  expect(await row("合作咨询").count()).toBe(0);

  await page.getByRole("button", { name: "清除筛选" }).click();
  await row("合作咨询").waitFor();
  expect(new URL(page.url()).search).toBe("");
});

it("searches, and says so when nothing matches", async () => {
  const { page } = desk;
  await page.goto("/tickets");
  // The whole list first: a row that has not come yet is detached too.
  await row("合作咨询").waitFor();
  await page.getByRole("textbox", { name: "搜索标题" }).fill("尺码怎么选");
  await row("合作咨询").waitFor({ state: "detached" });
  await row("尺码怎么选").waitFor();
  expect(await row("尺码怎么选").count()).toBe(1);
  await page.goto("/tickets?q=没有这样的工单");
  await page.getByRole("heading", { name: "没有符合条件的工单" }).waitFor();
});

it("shows a new ticket and a changed one without being asked", async () => {
  const { page } = desk;
  await page.goto("/tickets");
  await page.getByText("实时更新中").waitFor({ state: "attached" });
  const { id } = await createTicket(server, { channel: "pdd", subject: "刚刚来的工单" });
  await row("刚刚来的工单").waitFor();
  await server.api("PATCH", `/tickets/${id}`, { priority: "P0" });
  await row("刚刚来的工单").getByText("P0").waitFor();
  await server.api("PATCH", `/tickets/${id}`, { status: "resolved" });
  await row("刚刚来的工单").waitFor({ state: "detached" });
});

it("claims the head of a pool and opens it", async () => {
  const { page } = desk;
  const before = await server.api("GET", `/tickets/${pooled.id}`);
  expect(before.pool).toBe("general");
  await page.goto("/tickets");
  await page.getByRole("button", { name: /从领取池领取 [1-9]/ }).click();
  await page.getByRole("menuitem", { name: /公共领取池/ }).click();
  await page.waitForURL(/\/tickets\/[^/?]+$/);
  const claimed = page.url().split("/").at(-1);
  await page.getByRole("region", { name: "经过" }).getByText("从 公共领取池 领取").waitFor();
  const after = await server.api("GET", `/tickets/${claimed}`);
  expect(after).toMatchObject({ assignee: agent, pool: null });
});

it("creates a ticket by hand; the rules give it what it lacks", async () => {
  const { page } = desk;
  await page.goto("/tickets?new=1");
  const drawer = page.getByRole("dialog", { name: "新建工单" });
  await drawer.getByRole("button", { name: "创建" }).click();
  await drawer.getByText("必填").first().waitFor();
  await drawer.getByRole("combobox", { name: "渠道" }).click();
  await page.locator(".ant-select-item-option").filter({ hasText: "电话" }).click();
  await drawer.getByLabel("标题").fill("洗衣机漏水，要退货");
  await drawer.getByLabel("客户编号").fill("buyer-phone");
  await drawer.getByRole("button", { name: "创建" }).click();
  await page.waitForURL(/\/tickets\/[^/?]+$/);
  const created = await server.api("GET", `/tickets/${page.url().split("/").at(-1)}`);
  expect(created).toMatchObject({ channel: "phone", subject: "洗衣机漏水，要退货" });
  expect(created.category).not.toBeNull();
});
