/** The frame: languages without gaps, a theme that stays, and the command palette. */
import type { Browser, Page } from "playwright-core";
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
  ticket = await createTicket(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  desk = await openDesk(browser, server.origin);
  await signInQuietly(desk, lead, password);
});
afterEach(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

/** A message key that nothing was found for is shown as itself. */
const bareKey = /\b(?:shell|signIn|errors|tickets|ticket|words|why|duration)\.[a-z][\w.]+/;

/** Everything that is read: texts, labels, titles and placeholders. */
const textsOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const named = ["aria-label", "title", "placeholder"].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ""),
    );
    return [document.title, document.body.textContent, ...named].join("\n");
  });

it("speaks both languages whole, on every page, and remembers the choice", async () => {
  const { page } = desk;
  const paths = ["/tickets", `/tickets/${ticket.id}`, "/tickets?new=1", "/tickets?q=zzz", "/nowhere"];
  const headings = { "zh-CN": "工单", en: "Tickets" } as const;
  for (const language of ["zh-CN", "en"] as const) {
    await page.goto("/tickets");
    if (language === "en") await page.getByRole("button", { name: "EN", exact: true }).click();
    await page.getByRole("heading", { name: headings[language], exact: true }).waitFor();
    for (const path of paths) {
      await page.goto(path);
      await page.getByRole("heading").first().waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect(await textsOf(page)).not.toMatch(bareKey);
    }
  }
});

it("keeps the theme over a reload", async () => {
  const { page } = desk;
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto("/tickets");
  await page.getByRole("button", { name: "切换到深色" }).click();
  expect(await ground()).toBe("rgb(15, 20, 24)");
  await page.reload();
  await page.getByRole("button", { name: "切换到浅色" }).waitFor();
  expect(await ground()).toBe("rgb(15, 20, 24)");
});

it("opens the palette by Ctrl K, runs a command, finds a ticket", async () => {
  const { page } = desk;
  await page.goto("/tickets");
  await page.getByRole("heading", { name: "工单", exact: true }).waitFor();
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: "搜索或执行命令" });
  await box.fill("已超时");
  await page.keyboard.press("Enter");
  await page.waitForURL(/view=breached/);

  await page.keyboard.press("Control+k");
  await box.fill(String(ticket.number));
  await page.getByRole("option").filter({ hasText: "三天了还没发货" }).click();
  await page.waitForURL(new RegExp(`/tickets/${ticket.id}$`));

  await page.keyboard.press("Control+k");
  await box.waitFor();
  await page.keyboard.press("Escape");
  await box.waitFor({ state: "detached" });
});
