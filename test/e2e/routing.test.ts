/** The routing policy as lanes: drawn, tried on a ticket, published; the next ticket goes to whom the try-it said. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createTicket } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let browser: Browser;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
  for (const id of ["a09", "a10", "a13", "a15"])
    await server.api("PUT", `/agents/${id}/presence`, { presence: "online" });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function openPolicy(): Promise<{ desk: Desk; page: Page }> {
  const desk = await openDesk(browser, server.origin, { width: 1600, height: 1000 });
  await signInQuietly(desk);
  await desk.page.goto("/routing/default");
  await lane(desk.page, "returns").waitFor();
  return { desk, page: desk.page };
}

const lane = (page: Page, route: string) => page.locator(`[data-route="${route}"]`);
const draft = () => server.api("GET", "/documents/routing/default/draft");
const stepsOf = async (route: string) => {
  const { spec } = await draft();
  return spec.routes.find(({ id }: { id: string }) => id === route).steps;
};

async function tryTicket(page: Page, subject: string): Promise<void> {
  await page.getByRole("toolbar").getByRole("button", { name: "试一张" }).click();
  await page.getByRole("textbox", { name: "标题" }).fill(subject);
  await page.getByRole("button", { name: "试运行", exact: true }).click();
}

it("writes a time-out in place, puts a step on an arrow and says why a pool cannot stand there", async () => {
  const { desk, page } = await openPolicy();
  const orders = lane(page, "orders");
  await orders.getByRole("button", { name: /^等待 10 分/ }).click();
  await page.getByRole("textbox", { name: "等多久走下一步" }).fill("5分");
  await page.keyboard.press("Enter");
  await expect.poll(() => stepsOf("orders")).toMatchObject([{}, { timeout: "PT5M" }, {}]);

  await orders.hover();
  await orders.getByRole("button", { name: "在第 2 步后加一步" }).click();
  await page.getByRole("menuitem", { name: /进领取池.*只能是最后一步/ }).waitFor();
  await page.getByRole("menuitem", { name: "派给一个组" }).click();
  await page.getByRole("dialog", { name: /第 3 步/ }).waitFor();
  await expect.poll(() => stepsOf("orders")).toHaveLength(4);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "撤销" }).first().click();
  await page.getByRole("button", { name: "撤销" }).first().click();
  await expect.poll(() => stepsOf("orders")).toMatchObject([{}, { timeout: "PT10M" }, {}]);
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("moves steps and routes with the keyboard and refuses to take away a pool in use", async () => {
  const { desk, page } = await openPolicy();
  await lane(page, "orders")
    .getByRole("button", { name: /^移动第 1 步/ })
    .focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => stepsOf("orders")).toMatchObject([{ group: "aftersales" }, { sticky: "P7D" }, {}]);
  await lane(page, "orders")
    .getByRole("button", { name: /^移动第 2 步/ })
    .press("ArrowLeft");
  await expect.poll(() => stepsOf("orders")).toMatchObject([{ sticky: "P7D" }, {}, {}]);

  await lane(page, "phone")
    .getByRole("button", { name: /^移动路线/ })
    .press("ArrowUp");
  const order = async () => (await draft()).spec.routes.map(({ id }: { id: string }) => id).slice(2, 4);
  await expect.poll(order).toEqual(["phone", "vip"]);
  await lane(page, "phone")
    .getByRole("button", { name: /^移动路线/ })
    .press("ArrowDown");
  await expect.poll(order).toEqual(["vip", "phone"]);

  await page.getByRole("button", { name: "编辑领取池「公共领取池」" }).click();
  await page.getByRole("button", { name: "删除领取池" }).click();
  await page.getByText("它是默认去处：先另选一个默认去处").waitFor();
  expect((await draft()).spec.pools).toHaveProperty("general");
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("says who gets a ticket and why not the others, and so it happens", async () => {
  const { desk, page } = await openPolicy();
  await tryTicket(page, "三天了还没发货，我要退款");
  const outcome = page.getByRole("region", { name: "结果" });
  await outcome.getByText(/^派给/).waitFor();
  const said = (await outcome.locator("strong").textContent())?.replace("派给 ", "");
  await lane(page, "returns").or(page.locator('[data-trial="taken"]')).first().waitFor();
  expect(await page.locator('li[data-route][data-trial="taken"]').count()).toBe(1);
  expect(await page.locator('li[data-trial="reached"]').count()).toBe(1);
  await page.getByText("离线").first().waitFor();

  const { assignee } = await createTicket(server);
  const { items } = await server.api("GET", "/agents");
  expect(items.find(({ id }: { id: string }) => id === assignee)?.name).toBe(said);
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("follows the drawing: the answer changes with the draft, before anything is published", async () => {
  const { desk, page } = await openPolicy();
  await tryTicket(page, "12315 投诉你们假货");
  const outcome = page.getByRole("region", { name: "结果" });
  await outcome.getByText(/^派给 快速响应/).waitFor();
  const taken = page.locator('li[data-route][data-trial="taken"]');
  const first = taken.getByRole("button", { name: /^第 1 步/ });
  await first.click();
  const form = page.getByRole("dialog");
  await form.getByRole("combobox", { name: "派给哪个组" }).fill("二线");
  await page.keyboard.press("Enter");
  await outcome.getByText(/^派给 二线/).waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});
