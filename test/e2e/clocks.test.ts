/** Clocks on the page: they run, turn yellow before their limit and red after it, and pause in words. */
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

it("runs down live, shows the yellow card, then the red one, and tells the person", async () => {
  const { id } = await createTicket(server, { channel: "mail", subject: "合作咨询", body: "想了解批发" });
  const desk = await openDesk(browser, server.origin);
  await signInQuietly(desk, lead, password);
  await desk.page.goto(`/tickets/${id}`);
  const clock = desk.page.getByRole("complementary").getByRole("listitem").filter({ hasText: "首次响应" });
  await clock.getByText("剩 4 小时").waitFor();
  expect(await clock.getAttribute("data-card")).toBeNull();

  await server.advance("PT3H35M");
  await clock.getByText("剩 25 分").waitFor();
  await clock.getByText("黄牌").waitFor();
  expect(await clock.getAttribute("data-card")).toBe("yellow");

  await server.advance("PT35M");
  await clock.getByText("超 10 分").waitFor();
  await clock.getByText("红牌").waitFor();
  expect(await clock.getAttribute("data-card")).toBe("red");

  await desk.page.getByRole("button", { name: /通知，[1-9]\d* 条新的/ }).click();
  await desk.page.getByRole("list", { name: "通知" }).getByText("首次响应已到时限").first().waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("says why a clock is paused", async () => {
  const { id } = await createTicket(server, { channel: "mail", subject: "合作咨询二" });
  await server.api("PATCH", `/tickets/${id}`, { status: "pending_customer" });
  const desk = await openDesk(browser, server.origin);
  await signInQuietly(desk, lead, password);
  await desk.page.goto(`/tickets/${id}`);
  const clock = desk.page.getByRole("complementary").getByRole("listitem").filter({ hasText: "解决" });
  await clock.getByText("暂停：待客户回复").waitFor();
  const shown = await clock.textContent();
  await server.advance("PT2H");
  await server.api("PATCH", `/tickets/${id}`, { priority: "P3" });
  await desk.page.reload();
  await clock.getByText("暂停：待客户回复").waitFor();
  expect(await clock.textContent()).toBe(shown);
  expect(desk.complaints).toEqual([]);
  await desk.close();
});
