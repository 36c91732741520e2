/** Signing in at the page: refused with a word, let in where one wanted to go. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openDesk } from "./browser.ts";
import { adminPassword, type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let browser: Browser;

beforeAll(async () => {
  server = await startPageServer({ starter: "none" });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it("refuses a wrong password and says so, then lets in with the right one", async () => {
  const desk = await openDesk(browser, server.origin);
  const { page } = desk;
  await page.goto("/tickets?view=all");
  await page.waitForURL(/\/sign-in\?next=/);
  await page.getByLabel("用户名").fill("admin");
  await page.getByLabel("密码").fill("not-the-password");
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("alert").filter({ hasText: "用户名或密码不对" }).waitFor();
  expect(await page.getByLabel("用户名").inputValue()).toBe("admin");

  await page.getByLabel("密码").fill(adminPassword);
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL(/\/tickets\?view=all$/);
  await page.getByRole("heading", { name: "还没有工单" }).waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("signs out, and what was open is closed to the next person", async () => {
  const desk = await openDesk(browser, server.origin);
  const { page } = desk;
  await page.goto("/sign-in");
  await page.getByLabel("用户名").fill("admin");
  await page.getByLabel("密码").fill(adminPassword);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "admin 的菜单" }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await page.waitForURL(/\/sign-in/);
  await page.goto("/tickets");
  await page.waitForURL(/\/sign-in/);
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("leads nowhere outside after signing in", async () => {
  const desk = await openDesk(browser, server.origin);
  const { page } = desk;
  await page.goto("/sign-in?next=//example.com/");
  await page.getByLabel("用户名").fill("admin");
  await page.getByLabel("密码").fill(adminPassword);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "总览", exact: true }).waitFor();
  expect(new URL(page.url()).origin).toBe(server.origin);
  await desk.close();
});
