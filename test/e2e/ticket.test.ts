/** One ticket: answering, noting, changing, losing a race without losing words, and asking why. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createTicket, employ, password, type StoredTicket } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

const lead = "a09";

let server: PageServer;
let browser: Browser;
let desk: Desk;
let ticket: StoredTicket;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
  await employ(server, lead, "lead");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  ticket = await createTicket(server);
  desk = await openDesk(browser, server.origin);
  await signInQuietly(desk, lead, password);
});
afterEach(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

const read = () => server.api("GET", `/tickets/${ticket.id}`);
const composer = () => desk.page.getByRole("region", { name: "写回复" });
const timeline = () => desk.page.getByRole("region", { name: "经过" });

it("sends a reply that the customer gets, and empties the box", async () => {
  const { page } = desk;
  await page.goto(`/tickets/${ticket.id}`);
  const box = composer().getByRole("textbox");
  await box.fill("马上为您处理");
  await composer().getByRole("button", { name: "发送" }).click();
  await timeline().getByRole("article").filter({ hasText: "马上为您处理" }).waitFor();
  await page.waitForFunction(() => document.querySelector("textarea")?.value === "");
  await expect
    .poll(async () => (await read()).messages.at(-1))
    .toMatchObject({
      author: "agent",
      public: true,
      text: "马上为您处理",
    });
});

it("keeps a note inside the house", async () => {
  const { page } = desk;
  await page.goto(`/tickets/${ticket.id}`);
  await composer().getByText("内部备注").click();
  await composer().getByRole("textbox").fill("同款已有三单");
  await page.keyboard.press("Control+Enter");
  await timeline().getByRole("article").filter({ hasText: "同款已有三单" }).getByText("内部").waitFor();
  await expect
    .poll(async () => (await read()).messages.at(-1))
    .toMatchObject({ public: false, text: "同款已有三单" });
});

it("changes the status in place", async () => {
  const { page } = desk;
  await page.goto(`/tickets/${ticket.id}`);
  await page.getByRole("combobox", { name: "状态" }).click();
  await page.locator(".ant-select-item-option").filter({ hasText: "挂起" }).click();
  await page.getByRole("banner").or(page.locator("header")).getByText("挂起").waitFor();
  await expect.poll(async () => (await read()).status).toBe("on_hold");
  await page.getByRole("button", { name: "标记已解决" }).click();
  await page.getByRole("button", { name: "重新打开" }).waitFor();
  await expect.poll(async () => (await read()).status).toBe("resolved");
});

it("loses a race, says so, shows what is now true and keeps what was typed", async () => {
  const { page } = desk;
  // Without the live line the page cannot know of the change in time.
  await page.route("**/api/v1/events", (route) => route.abort());
  await page.goto(`/tickets/${ticket.id}`);
  await composer().getByRole("textbox").fill("还没写完的回复");
  await server.api("PATCH", `/tickets/${ticket.id}`, { priority: "P0" });
  const refused = page.waitForResponse((answer) => answer.request().method() === "PATCH");
  await page.getByRole("button", { name: "标记已解决" }).click();
  expect((await refused).status()).toBe(412);
  await page.getByText("别人刚刚改动了这张工单").waitFor();
  await page.locator("header").getByText("P0").waitFor();
  expect(await composer().getByRole("textbox").inputValue()).toBe("还没写完的回复");
  expect((await read()).status).not.toBe("resolved");

  await page.getByRole("button", { name: "标记已解决" }).click();
  await page.getByRole("button", { name: "重新打开" }).waitFor();
  expect(await composer().getByRole("textbox").inputValue()).toBe("还没写完的回复");
  // The line that was cut off above is no fault of the page.
  (desk.complaints as string[]).length = 0;
});

it("says why: the rule, its revision and the words that were found", async () => {
  const { page } = desk;
  await page.goto(`/tickets/${ticket.id}`);
  const decision = timeline().locator("[data-kind=classification]");
  await decision.waitFor();
  const { items } = await server.api("GET", `/tickets/${ticket.id}/decisions`);
  const { decision: stored } = items.find(
    (item: { decision: { kind: string } }) => item.decision.kind === "classification",
  );
  await decision.getByRole("button", { name: "为什么" }).click();
  const said = await decision.textContent();
  for (const { name } of stored.matched) expect(said).toContain(name);
  expect(said).toContain(`v${stored.ref.revision}`);
  const lit = await decision.locator("mark").allInnerTexts();
  expect(lit.join(" ")).toContain("退款");
  await decision.getByRole("button", { name: "查看原始数据" }).click();
  expect(await decision.locator("pre").textContent()).toContain('"kind": "classification"');
});

it("says who was considered for it", async () => {
  const { page } = desk;
  // Somebody nobody knows yet: the first step, whoever served them before, finds nobody.
  ticket = await createTicket(server, { customer: { id: "a-new-buyer" } });
  await page.goto(`/tickets/${ticket.id}`);
  const decision = timeline().locator("[data-kind=routing]").first();
  await decision.getByRole("button", { name: "为什么" }).click();
  await decision.getByRole("row").filter({ hasText: "在线售后-组长" }).getByText("选中").waitFor();
  await decision.getByRole("row").filter({ hasText: "离线" }).first().waitFor();
});
