/** Whoever types fast loses no key: Tab takes what is lit in a list and goes on, and never goes back to a closing one. */
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { type PageServer, startPageServer } from "./server.ts";

const segment = {
  kind: "segment",
  key: "fast-keys",
  name: "快手",
  formatVersion: 1,
  spec: { when: { all: [{ fact: "ticket.channel", operator: "equal", value: "taobao" }] } },
};

let server: PageServer;
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  await server.api("POST", "/documents/import", { documents: [segment] });
  desk = await openDesk(browser, server.origin);
  await signInQuietly(desk);
  return async () => {
    expect(desk.complaints).toEqual([]);
    await desk.close();
  };
});

const field = (name: string): Locator => desk.page.getByRole("combobox", { name });
const row = () => desk.page.getByRole("group", { name: "条件 1" });
const isFocused = (locator: Locator) =>
  expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true);

async function openFact(): Promise<void> {
  await desk.page.goto(`/segments/${segment.key}`);
  await field("事实").click();
  await desk.page.keyboard.type("订单金额");
  await desk.page.locator(".ant-select-item-option-active").filter({ hasText: "订单金额" }).waitFor();
}

it("takes what is lit with Tab and goes on to the next field", async () => {
  const { keyboard } = desk.page;
  await openFact();
  await keyboard.press("Tab");
  await isFocused(field("比较"));
  await keyboard.type("大于");
  await desk.page.locator(".ant-select-item-option-active").filter({ hasText: ">" }).waitFor();
  await keyboard.press("Tab");
  await expect.poll(() => row().innerText()).toMatch(/订单金额[\s\S]*>/);
});

it("goes on with Tab while the list is still closing after Enter", async () => {
  const { keyboard } = desk.page;
  await openFact();
  await Promise.all([keyboard.press("Enter"), keyboard.press("Tab"), keyboard.insertText("大于")]);
  await isFocused(field("比较"));
  await desk.page.locator(".ant-select-item-option-active").filter({ hasText: ">" }).waitFor();
  await keyboard.press("Enter");
  await expect.poll(() => row().innerText()).toMatch(/订单金额[\s\S]*>/);
});
