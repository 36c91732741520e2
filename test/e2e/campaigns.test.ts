/** Task 8: a backlog in the evening. Two clicks open the overflow pool and the auto-reply; the way back is in sight. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createHand } from "./clicks.ts";
import { createTicket } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let browser: Browser;
let desk: Desk;
let page: Page;

/** The clock of the pages is the server's: what is left of a campaign is counted from it. */
async function keepSandboxTime(of: Desk): Promise<void> {
  await of.context.route(/\/api\/v1\/(?!events)/, async (route) => {
    const { now } = await server.api("POST", "/sandbox/clock", { advance: "PT0S" });
    try {
      const response = await route.fetch();
      const headers = { ...response.headers(), date: new Date(now).toUTCString() };
      await route.fulfill({ response, headers });
    } catch (error) {
      // The desk was left while an answer was on its way.
      if (!/disposed|closed/.test(String(error))) throw error;
    }
  });
}

beforeAll(async () => {
  server = await startPageServer({ at: "2026-03-02T20:10:00+08:00" });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  desk = await openDesk(browser, server.origin);
  page = desk.page;
  await keepSandboxTime(desk);
  await signInQuietly(desk);
});
afterEach(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

const start = () => page.getByRole("button", { name: "启动「积压应急」" });
const banner = () => page.getByRole("region", { name: "进行中的活动：积压应急" });
const campaign = () => server.api("GET", "/documents/campaign/backlog");

/** An ordinary question; what became of it after its first burst. */
const ask = (subject: string) =>
  createTicket(server, { channel: "web", subject, body: "麻烦看一下", priority: "P3" });
const botReplies = async (id: string): Promise<number> =>
  (await server.api("GET", `/tickets/${id}`)).messages.filter(
    ({ author }: { author: string }) => author === "bot",
  ).length;

describe("the backlog campaign", () => {
  for (const landing of ["/campaigns", "/overview"])
    it(`is started by two clicks from ${landing}, is live at once, and is ended from where it was started`, async () => {
      const before = await ask("尺码怎么选");
      expect(before.pool).not.toBe("overflow");
      expect(await botReplies(before.id)).toBe(0);

      await page.goto(landing);
      const hand = createHand(page);
      await start().waitFor();
      await hand.click(start());
      await hand.click(page.getByRole("button", { name: "确认", exact: true }));
      expect(hand.clicks).toBe(2);
      const confirmed = Date.now();
      await banner().waitFor();
      expect(Date.now() - confirmed).toBeLessThan(5_000);
      await banner()
        .getByText(/还剩 (?:2 小时|1 小时 59 分)/)
        .waitFor();
      const { live } = await campaign();
      expect(Date.parse(live.spec.until) - Date.parse(live.spec.from)).toBe(2 * 3_600_000);

      const during = await ask("这双鞋偏大还是偏小");
      expect(during.pool).toBe("overflow");
      expect(await botReplies(during.id)).toBe(1);

      await server.advance("PT5M");
      await banner().getByRole("button", { name: "结束「积压应急」" }).click();
      await page
        .getByRole("dialog")
        .or(page.getByRole("tooltip"))
        .getByRole("button", { name: "结束", exact: true })
        .click();
      await banner().waitFor({ state: "detached" });
      const after = await ask("还有没有白色");
      expect(after.pool).not.toBe("overflow");
      expect(await botReplies(after.id)).toBe(0);
    });

  it("shows in the top bar of every page while it is in force, and ends by itself", async () => {
    await server.api("POST", "/documents/campaign/backlog/start", { for: "PT30M" });
    await page.goto("/tickets");
    const pill = page.getByRole("banner").getByRole("link", { name: /还剩/ });
    await pill.waitFor();
    await server.advance("PT31M");
    await page.reload();
    await page.getByRole("heading", { name: "工单" }).waitFor();
    expect(await pill.count()).toBe(0);
  });

  it("is extended by an hour", async () => {
    await server.api("POST", "/documents/campaign/backlog/start", { for: "PT30M" });
    const { live } = await campaign();
    await page.goto("/campaigns");
    await banner().getByRole("button", { name: "延长「积压应急」" }).click();
    await page.getByText("+1 小时", { exact: true }).click();
    await page.getByRole("tooltip").getByRole("button", { name: "延长", exact: true }).click();
    await expect
      .poll(async () => Date.parse((await campaign()).live.spec.until))
      .toBe(Date.parse(live.spec.until) + 3_600_000);
    await server.advance("PT1M");
    await server.api("POST", "/documents/campaign/backlog/end");
  });
});

describe("the page of a campaign", () => {
  const draft = () => server.api("GET", "/documents/campaign/double11-2026/draft");

  it("moves an edge by keys, and the phase that it meets follows", async () => {
    await page.goto("/campaigns/double11-2026");
    const edge = page.getByRole("button", { name: /^「开售」的结束/ });
    await edge.focus();
    await page.keyboard.press("ArrowRight");
    const phases = async () =>
      Object.fromEntries((await draft()).spec.phases.map((phase: { id: string }) => [phase.id, phase]));
    await expect.poll(async () => (await phases()).opening.until).not.toBe("2026-11-12T00:00:00+08:00");
    const { opening, shipping } = await phases();
    expect(shipping.from).toBe(opening.until);
    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await phases()).opening.until).toBe("2026-11-12T00:00:00+08:00");
  });

  it("writes a target in place, and shows base and campaign side by side", async () => {
    await page.goto("/campaigns/double11-2026");
    await page
      .getByRole("button", { name: /^改写 P1 · 首响/ })
      .first()
      .click();
    await page.keyboard.type("30分");
    await page.keyboard.press("Enter");
    const table = page.getByRole("table", { name: /平时与活动期间的时限/ }).first();
    await table.getByTitle("标准 · P1 · 首响：平时 15 分，活动期间 30 分，放宽").waitFor();
    await expect
      .poll(async () => (await draft()).spec.phases[0].sla[0].targets.P1)
      .toEqual({ firstResponse: "PT30M" });
  });

  it("is copied with all its phases shifted by a year, in three clicks", async () => {
    await page.goto("/campaigns");
    const hand = createHand(page);
    await hand.click(
      page
        .getByRole("button", { name: "「双11 大促」的操作" })
        .or(page.getByRole("button", { name: /双11 大促.*操作/ }))
        .first(),
    );
    await hand.click(page.getByRole("menuitem", { name: "复制并平移…" }));
    await hand.click(page.getByRole("dialog").getByRole("button", { name: /复\s*制/ }));
    await page.waitForURL(/\/campaigns\/double11-2027$/);
    expect(hand.clicks).toBeLessThanOrEqual(7);
    const source = (await draft()).spec;
    const copy = (await server.api("GET", "/documents/campaign/double11-2027/draft")).spec;
    const span = Date.parse(copy.from) - Date.parse(source.from);
    expect(span).toBe(365 * 86_400_000);
    expect(copy.phases).toHaveLength(source.phases.length);
    for (const [at, phase] of copy.phases.entries()) {
      expect(Date.parse(phase.from) - Date.parse(source.phases[at].from)).toBe(span);
      expect(phase.sla).toEqual(source.phases[at].sla);
    }
  });
});
