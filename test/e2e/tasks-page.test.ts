/** The page of tasks: what waits for somebody, completed where it stands, live for everybody else. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createTicket, employ, password, type StoredTicket } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

interface Agent {
  readonly id: string;
  readonly groups: readonly string[];
}

let server: PageServer;
let browser: Browser;
let desk: Desk;
let keeper: string;

/** A return that waits for the warehouse to look at the goods. */
async function returnedGoods(input: Record<string, unknown> = {}): Promise<StoredTicket> {
  const ticket = await createTicket(server, { fields: { refundAmount: 699, trackingNo: "SF1" }, ...input });
  await server.api("PATCH", `/tickets/${ticket.id}`, { stage: "退货申请" });
  return ticket;
}

const openTasks = async (): Promise<number> => (await server.api("GET", "/tasks?group=warehouse")).total;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
  const { items }: { items: readonly Agent[] } = await server.api("GET", "/agents");
  keeper = items.find(({ groups }) => groups.includes("warehouse"))?.id ?? "";
  await employ(server, keeper, "agent");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  desk = await openDesk(browser, server.origin);
  await signInQuietly(desk, keeper, password);
});
afterEach(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("completes a task with its form; it leaves the list and the rail's count", async () => {
  const { number } = await returnedGoods();
  const { page } = desk;
  await page.goto("/tasks");
  const row = page.getByRole("row").filter({ hasText: `#${number}` });
  await row.getByText("收货质检").first().waitFor();
  const before = await openTasks();
  await page.getByRole("link", { name: `待办，${before} 项待我办` }).waitFor();
  await row.getByRole("button", { name: "合格", exact: true }).click();
  const form = page.getByRole("dialog", { name: /收货质检/ });
  await form.getByLabel("商品状态").fill("完好");
  await form.getByRole("button", { name: "完成：合格" }).click();
  await row.waitFor({ state: "detached" });
  await expect.poll(openTasks).toBe(before - 1);

  await page.getByText(/^已结束/).click();
  await row.getByText("合格").first().waitFor();
  const { items } = await server.api("GET", "/tasks?status=done&sort=newest&limit=1");
  expect(items[0]).toMatchObject({ ticketNumber: number, answers: [{ outcome: "good", by: keeper }] });
});

it("shows a task that a workflow opens meanwhile, with its ticket and customer as doors", async () => {
  const { page } = desk;
  await page.goto("/tasks");
  await page.getByRole("heading", { name: "待办", exact: true }).waitFor();
  const { id, number } = await returnedGoods({ customer: { id: "buyer-9", name: "阿秋" } });
  const row = page.getByRole("row").filter({ hasText: `#${number}` });
  await row.waitFor();
  expect(await row.getByRole("link", { name: new RegExp(`#${number}`) }).getAttribute("href")).toBe(
    `/tickets/${id}`,
  );
  await row.getByRole("link", { name: "阿秋" }).click();
  await page.getByRole("heading", { name: "阿秋" }).waitFor();
  await page.getByRole("link", { name: /三天了还没发货/ }).waitFor();
});

it("says how long is left, and is worked by keyboard alone", async () => {
  const { number } = await returnedGoods({ customer: { id: "buyer-7", name: "阿冬" } });
  const { page } = desk;
  await page.goto("/tasks");
  const row = page.getByRole("row").filter({ hasText: `#${number}` });
  await row.getByText(/^剩 /).waitFor();
  await row.getByRole("button", { name: "合格", exact: true }).focus();
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog", { name: /收货质检/ });
  await form.waitFor();
  await page.keyboard.press("Escape");
  await form.waitFor({ state: "detached" });
  await row.waitFor();
});
