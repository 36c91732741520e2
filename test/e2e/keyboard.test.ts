/** The whole day by keyboard alone: sign in, find the ticket, open it, answer. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openDesk } from "./browser.ts";
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

/** Presses Tab until something with the name has the focus; throws when the focus has gone round. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return `${element?.getAttribute("aria-label") ?? ""} ${element?.textContent ?? ""}`;
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never reached ${name}`);
}

it("goes from sign-in to an answer without a mouse", async () => {
  const ticket = await createTicket(server);
  const desk = await openDesk(browser, server.origin);
  const { page } = desk;
  await page.goto("/tickets");
  await page.getByLabel("用户名").waitFor();
  await page.keyboard.type(lead);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "三天了还没发货" }).waitFor();

  await tabTo(page, /三天了还没发货/);
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "写回复" }).waitFor();

  await tabTo(page, /^回复 小满/);
  await page.keyboard.type("您好，今天就发");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("region", { name: "经过" }).getByText("您好，今天就发").first().waitFor();
  await expect
    .poll(async () => (await server.api("GET", `/tickets/${ticket.id}`)).messages.at(-1))
    .toMatchObject({ author: "agent", text: "您好，今天就发" });
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("offers to skip the navigation first", async () => {
  const desk = await openDesk(browser, server.origin);
  const { page } = desk;
  await desk.context.request.post("/api/v1/auth/login", { data: { name: lead, password } });
  await page.goto("/tickets");
  await page.getByRole("heading", { name: "工单", exact: true }).waitFor();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("跳到正文");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  await desk.close();
});
