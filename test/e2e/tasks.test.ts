/** A task of a workflow: completed with an outcome and its form, and the workflow goes on by it. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createTicket, employ, password } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

const lead = "a09";

let server: PageServer;
let browser: Browser;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
  await employ(server, lead, "lead");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it("fills in the form, sends it with the outcome, and the next task appears", async () => {
  const { id } = await createTicket(server, { fields: { refundAmount: 699, trackingNo: "SF1" } });
  await server.api("PATCH", `/tickets/${id}`, { stage: "退货申请" });
  const desk = await openDesk(browser, server.origin);
  const { page } = desk;
  await signInQuietly(desk, lead, password);
  await page.goto(`/tickets/${id}`);
  const rail = page.getByRole("complementary");
  await rail
    .getByText(/收货质检/)
    .first()
    .waitFor();
  await rail.getByRole("button", { name: "合格", exact: true }).click();
  const form = page.getByRole("dialog", { name: /收货质检/ });
  await form.getByLabel("商品状态").fill("鞋底开胶");
  await form.getByRole("button", { name: "完成：合格" }).click();
  await form.waitFor({ state: "detached" });
  await rail.getByRole("button", { name: "合格", exact: true }).waitFor({ state: "detached" });

  const { items } = await server.api("GET", "/tasks?status=done");
  expect(items).toHaveLength(1);
  expect(items[0].answers[0]).toMatchObject({ outcome: "good", form: { condition: "鞋底开胶" } });
  const { tasks } = await server.api("GET", `/tickets/${id}`);
  const open = tasks.filter((task: { status: string }) => task.status === "open");
  expect(open).toHaveLength(1);
  await rail.getByText(open[0].title).first().waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("keeps the form open with what was typed when the server cannot take it", async () => {
  const { id } = await createTicket(server, { fields: { refundAmount: 99 } });
  await server.api("PATCH", `/tickets/${id}`, { stage: "退货申请" });
  const desk = await openDesk(browser, server.origin);
  const { page } = desk;
  await signInQuietly(desk, lead, password);
  await page.route("**/api/v1/tasks/*/complete", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({ title: "Not available", status: 503, code: "service.unavailable", errors: [] }),
    }),
  );
  await page.goto(`/tickets/${id}`);
  await page.getByRole("complementary").getByRole("button", { name: "合格", exact: true }).click();
  const form = page.getByRole("dialog", { name: /收货质检/ });
  await form.getByLabel("照片链接").fill("https://example.com/1.jpg");
  await form.getByRole("button", { name: "完成：合格" }).click();
  await page.getByText("服务器没能完成请求").waitFor();
  expect(await form.getByLabel("照片链接").inputValue()).toBe("https://example.com/1.jpg");
  await page.unroute("**/api/v1/tasks/*/complete");
  await form.getByRole("button", { name: "完成：合格" }).click();
  await form.waitFor({ state: "detached" });
  await desk.close();
});
