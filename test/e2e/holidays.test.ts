/** Holiday data at the calendars page: a file is put up, what it would move is seen, and it is confirmed. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { barriers } from "./barriers.ts";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  server = await startPageServer({ at: "2026-11-10T10:00:00+08:00" });
  browser = await openBrowser();
  desk = await openDesk(browser, server.origin);
  await signInQuietly(desk);
});
afterAll(async () => {
  await desk?.close();
  await browser?.close();
  await server?.stop();
});

it("shows the days, calendars and clocks of new data, and uses it once it is confirmed", async () => {
  const { page } = desk;
  const ticket = await server.api("POST", "/tickets", {
    ...{ channel: "mail", subject: "请开增值税专用发票" },
    customer: { id: "c1", name: "王女士" },
  });
  const before = (await server.api("GET", `/tickets/${ticket.id}`)).sla.resolution.due;
  const { days } = await server.api("GET", "/holidays");
  const of2026 = Object.fromEntries(Object.entries(days).filter(([date]) => date.startsWith("2026")));
  const file = { ...of2026, "2026-11-11": { kind: "holiday", name: { zh: "光棍节", en: "Singles' Day" } } };

  await page.goto("/calendars");
  await page.getByRole("button", { name: "上传 JSON…" }).waitFor();
  await page.locator("input[type=file]").setInputFiles({
    ...{ name: "feed.json", mimeType: "application/json" },
    buffer: Buffer.from(JSON.stringify(file)),
  });
  const panel = page.getByRole("region", { name: /有新的节假日数据待确认：上传的 feed.json，1 天不同/ });
  await panel.getByText(/平常日 → 法定节假日 光棍节/).waitFor();
  await panel.getByText(/受影响的日历：.*财务/).waitFor();
  await panel
    .getByRole("link", { name: `#${ticket.number}` })
    .first()
    .waitFor();
  expect((await server.api("GET", `/tickets/${ticket.id}`)).sla.resolution.due).toBe(before);
  expect(await barriers(page)).toEqual([]);

  await panel.getByRole("radio").last().click();
  await panel.getByRole("button", { name: "确认启用" }).click();
  await panel.waitFor({ state: "detached" });
  await page.getByText(/第 2 版 · 上传的 feed.json/).waitFor();
  await server.advance("PT1S");
  const after = (await server.api("GET", `/tickets/${ticket.id}`)).sla.resolution.due;
  expect(Date.parse(after)).toBeGreaterThan(Date.parse(before));
  expect(desk.complaints).toEqual([]);
});
