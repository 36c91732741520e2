/** The SLA matrix and the calendars, as an admin uses them: a target changed and published, tiers moved by keys. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createTicket } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let browser: Browser;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function adminDesk(): Promise<Desk> {
  const desk = await openDesk(browser, server.origin);
  await signInQuietly(desk);
  return desk;
}

/** A cell by the words that a screen reader says first. */
const cellOf = (page: Page, tier: string, column: string, metric: string): Locator =>
  page.getByRole("gridcell", { name: new RegExp(`^${tier} · ${column} · ${metric}: `) });

const draftOf = (kind: string, key: string) => server.api("GET", `/documents/${kind}/${key}/draft`);
const resolutionDue = async (id: string): Promise<string> =>
  (await server.api("GET", `/tickets/${id}`)).sla.resolution.due;

describe("P2 resolution from 24 to 20 hours", () => {
  it("takes five clicks, shows both readings and the clocks it moves, and moves them", async () => {
    const open = await createTicket(server, { priority: "P2" });
    // Monday 10:00, open until midnight and from 8:00 on: 24 hours end on Tuesday at 18:00.
    expect(await resolutionDue(open.id)).toBe("2026-03-03T10:00:00.000Z");

    const desk = await adminDesk();
    const { page } = desk;
    await page.goto("/sla");
    let clicks = 0;
    const click = async (target: Locator) => {
      clicks += 1;
      await target.click();
    };
    await click(page.getByRole("link", { name: "默认 SLA" }));
    await click(cellOf(page, "标准", "P2", "解决"));
    await page.keyboard.type("20小时");
    await page.getByText("20 小时 = 1.25 个工作日（在线客服）").first().waitFor();
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await draftOf("sla", "default")).spec.tiers[6].targets.P2.resolution)
      .toBe("PT20H");

    await click(page.getByRole("button", { name: "发布" }));
    const dialog = page.getByRole("dialog", { name: /发布/ });
    await dialog.getByText("24 小时 = 1.5 个工作日（在线客服）").waitFor();
    await dialog.getByText("20 小时 = 1.25 个工作日（在线客服）").waitFor();
    await click(dialog.getByRole("radio", { name: "也改用新规则" }));
    await dialog.getByText(/[1-9]\d* 个计时的截止时间会变/).waitFor();
    await click(dialog.getByRole("button", { name: "发布" }));
    expect(clicks).toBeLessThanOrEqual(5);

    await expect.poll(() => resolutionDue(open.id)).toBe("2026-03-03T06:00:00.000Z");
    const next = await createTicket(server, { priority: "P2", customer: { id: "buyer-2", name: "阿明" } });
    expect(await resolutionDue(next.id)).toBe("2026-03-03T06:00:00.000Z");
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });
});

describe("the matrix by keyboard", () => {
  it("is written, left with arrows, cleared and undone like a spreadsheet", async () => {
    const desk = await adminDesk();
    const { page } = desk;
    await page.goto("/sla/default");
    const cell = cellOf(page, "标准", "P1", "首响");
    await cell.waitFor();
    const before = (await draftOf("sla", "default")).spec;
    await cell.focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    const right = cellOf(page, "标准", "每级", "续响");
    expect(await right.evaluate((element) => element === document.activeElement)).toBe(true);

    await cellOf(page, "邮件", "P1", "首响").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("1小时");
    await page.keyboard.press("Tab");
    await cellOf(page, "邮件", "P1", "续响").waitFor();
    await page.keyboard.type("soon");
    await page.keyboard.press("Enter");
    await page.getByText("看不懂，请写成").waitFor();
    await page.keyboard.press("Escape");
    await expect
      .poll(async () => (await draftOf("sla", "default")).spec.tiers[5].targets.P1)
      .toEqual({ firstResponse: "PT1H" });

    await cellOf(page, "邮件", "P1", "首响").focus();
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await draftOf("sla", "default")).spec).toEqual(before);
    expect(await cellOf(page, "邮件", "P1", "首响").textContent()).toContain("自「标准」15 分");
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });

  it("copies a block of cells to another tier", async () => {
    const desk = await adminDesk();
    const { page } = desk;
    await page.goto("/sla/default");
    await cellOf(page, "邮件", "P2", "首响").focus();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Control+C");
    await cellOf(page, "电话回拨", "P2", "首响").focus();
    await page.keyboard.press("Control+V");
    await expect
      .poll(async () => (await draftOf("sla", "default")).spec.tiers[4].targets.P2)
      .toEqual({ firstResponse: "PT4H", nextResponse: "PT8H", resolution: "PT72H" });
    await page.getByRole("button", { name: /^撤销/ }).click();
    await expect
      .poll(async () => (await draftOf("sla", "default")).spec.tiers[4].targets.P2)
      .toEqual({ firstResponse: "PT30M" });
    await desk.close();
  });

  it("orders tiers with the arrow keys on their handles", async () => {
    const desk = await adminDesk();
    const { page } = desk;
    await page.goto("/sla/default");
    const order = async () =>
      (await draftOf("sla", "default")).spec.tiers.map(({ id }: { id: string }) => id).join(" ");
    const handle = page.getByRole("button", { name: /^移动等级「邮件」/ });
    await handle.focus();
    await page.keyboard.press("ArrowUp");
    await page.getByText("「邮件」现在排第 5，共 7 个").waitFor({ state: "attached" });
    await expect.poll(order).toBe("platform chat vip invoice mail phone standard");
    await handle.focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(order).toBe("platform chat vip invoice phone mail standard");
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });
});

describe("a calendar", () => {
  it("closes a day by keyboard, and every clock on it is due later", async () => {
    const desk = await adminDesk();
    const { page } = desk;
    await page.goto("/calendars/online");
    const today = page.getByRole("button", { name: /^2026年3月2日/ });
    await today.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const form = page.getByRole("dialog", { name: /^2026年3月3日/ });
    await form.getByText("休息", { exact: true }).click();
    await expect
      .poll(async () => (await draftOf("calendar", "online")).spec.dates)
      .toEqual({ "2026-03-03": { hours: [] } });
    await form.getByRole("button", { name: "完成" }).click();
    await page.getByRole("button", { name: /^2026年3月3日.*特殊休息/ }).waitFor();
    await page.getByRole("link", { name: "默认 SLA" }).waitFor();

    await page.getByRole("button", { name: "发布" }).click();
    await page.getByRole("dialog", { name: /发布/ }).getByRole("button", { name: "发布" }).click();
    await expect
      .poll(async () => (await server.api("GET", "/documents/calendar/online")).liveRevision)
      .toBe(2);

    await page.goto("/sla/default");
    // 14 hours are left of Monday, the other six begin on Wednesday at eight.
    await page.getByRole("region", { name: "这一格怎么计时" }).getByText("3月4日周三 14:00").waitFor();
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });

  it("shows the built-in one without letting it be changed", async () => {
    const desk = await adminDesk();
    await desk.page.goto("/calendars/24x7");
    await desk.page.getByRole("heading", { name: "全天候 24×7" }).waitFor();
    expect(await desk.page.getByRole("textbox", { name: "周一的营业时间" }).isDisabled()).toBe(true);
    expect(await desk.page.getByRole("button", { name: "发布" }).count()).toBe(0);
    await desk.close();
  });
});
