/** Agents, groups, skills and shifts; a new agent as a copy of a peer, and somebody's tickets handed over. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createHand, type Hand } from "./clicks.ts";
import { createTicket, type StoredTicket } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let browser: Browser;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
  for (const id of ["a09", "a10", "a13"])
    await server.api("PUT", `/agents/${id}/presence`, { presence: "online" });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function openPeople(path = "/people"): Promise<{ desk: Desk; page: Page; hand: Hand }> {
  const desk = await openDesk(browser, server.origin);
  await signInQuietly(desk);
  await desk.page.goto(path);
  await desk.page.getByText("在线售后-01").first().waitFor();
  return { desk, page: desk.page, hand: createHand(desk.page) };
}

const agent = (id: string) => server.api("GET", `/agents/${id}`);

it("adds an agent as a copy of a peer in at most six clicks; the try-it shows them eligible", async () => {
  const { desk, page, hand } = await openPeople();
  await hand.click(page.getByRole("button", { name: "复制「在线售后-01」为新客服" }));
  await page.locator("#people-name:focus").waitFor();
  await hand.type("在线售后-04");
  await hand.click(page.getByRole("button", { name: "创建" }));
  await page.getByText("已添加「在线售后-04」").waitFor();
  const { id: _, name: __, presence: ___, presenceSince: ____, load: _____, ...peer } = await agent("a10");
  await expect.poll(() => agent("a25")).toMatchObject({ ...peer, name: "在线售后-04", presence: "online" });

  await hand.click(page.getByRole("link", { name: "去分配策略试一张" }));
  await hand.click(page.getByRole("toolbar").getByRole("button", { name: "试一张" }));
  await hand.click(page.getByRole("textbox", { name: "标题" }));
  await hand.type("三天了还没发货，我要退款");
  await hand.press("Control+Enter");
  const row = page.getByRole("row", { name: /在线售后-04/ });
  await row.getByText(/^(选中|可接|排在后面)/).waitFor();
  expect(hand.clicks).toBeLessThanOrEqual(6);
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("hands over 23 tickets in at most four clicks: new owners, clocks unbroken", async () => {
  const made: StoredTicket[] = [];
  for (let n = 0; n < 23; n += 1) {
    const ticket = await createTicket(server, { channel: "mail", customer: { id: `leaving-${n}` } });
    await server.api("POST", `/tickets/${ticket.id}/assign`, { agent: "a13" });
    made.push(ticket);
  }
  const read = ({ id }: StoredTicket) => server.api("GET", `/tickets/${id}`);
  const dues = async () =>
    Promise.all(
      made.map(async (ticket) => {
        const { sla } = await read(ticket);
        return Object.entries(sla).map(([metric, clock]) => [metric, (clock as { due: string }).due]);
      }),
    );
  const before = await dues();

  const { desk, page, hand } = await openPeople();
  await hand.click(page.getByRole("button", { name: "交接「二线-组长」的工单" }));
  await page.getByText("23 张未完成的工单").waitFor();
  await hand.click(page.getByRole("button", { name: "交接 23 张" }));
  await page.getByText("23 张已交接").waitFor();
  const owners = page.getByRole("region", { name: "新的负责人" });
  await owners.getByRole("link").first().waitFor();
  expect(hand.clicks).toBeLessThanOrEqual(4);
  const named = page.getByRole("region", { name: "逐张" }).getByRole("listitem");
  expect(await named.count()).toBe(23);
  expect(await named.filter({ hasText: "截止不变" }).count()).toBe(23);

  const after = await Promise.all(made.map(read));
  expect(after.filter(({ assignee }) => assignee === "a13")).toEqual([]);
  expect(await dues()).toEqual(before);
  expect(await agent("a13")).toMatchObject({ presence: "offline" });
  const counts = await owners.getByRole("link").allTextContents();
  const total = counts.map((text) => Number(/：(\d+) 张/.exec(text)?.[1])).reduce((a, b) => a + b, 0);
  expect(total).toBe(23);
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("writes levels into the grid by typing, and asks where somebody else was faster", async () => {
  const { desk, page } = await openPeople("/people?tab=skills&q=a10");
  const cell = page.getByRole("gridcell", { name: /^在线售后-01，发票/ });
  await cell.click();
  await page.keyboard.press("4");
  await expect.poll(async () => (await agent("a10")).skills.invoice).toBe(4);
  await page.keyboard.press("Delete");
  await expect.poll(async () => (await agent("a10")).skills.invoice).toBeUndefined();

  const { presence: _, presenceSince: __, load: ___, ...stored } = await agent("a10");
  await server.api("PUT", "/agents/a10", { ...stored, skills: { ...stored.skills, invoice: 2 } });
  await page.keyboard.press("5");
  await page.getByText(/别人刚把「在线售后-01」的「发票」改成 2 级；您键入的是 5 级/).waitFor();
  expect((await agent("a10")).skills.invoice).toBe(2);
  await page.getByRole("button", { name: "用我的" }).click();
  await expect.poll(async () => (await agent("a10")).skills.invoice).toBe(5);
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("keeps what was typed when somebody else saved the same agent first", async () => {
  const { desk, page } = await openPeople();
  await page.getByRole("button", { name: "编辑「在线售后-02」" }).click();
  const name = page.getByRole("textbox", { name: "姓名", exact: true });
  await name.fill("在线售后-小二");
  const { presence: _, presenceSince: __, load: ___, ...stored } = await agent("a11");
  await server.api("PUT", "/agents/a11", {
    ...stored,
    name: "在线售后-阿二",
    capacity: { chat: 6, ticket: 20 },
  });
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("现在是：在线售后-阿二").waitFor();
  expect(await name.inputValue()).toBe("在线售后-小二");
  await page.getByRole("button", { name: "保存" }).click();
  // The name is ours, the capacity theirs: nobody's change is lost.
  await expect
    .poll(() => agent("a11"))
    .toMatchObject({ name: "在线售后-小二", capacity: { chat: 6, ticket: 20 } });
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("assigns shifts from the week and changes presence in the table", async () => {
  const { desk, page } = await openPeople("/people?tab=shifts");
  await page.getByRole("button", { name: "在线售后-01 的班次" }).click();
  await page.getByRole("checkbox", { name: /晚班/ }).click();
  await expect.poll(async () => (await agent("a10")).shifts).toEqual(["early", "late"]);
  await page.goto("/people?group=aftersales");
  await page.getByRole("combobox", { name: "在线售后-01 的接单状态" }).click();
  await page
    .getByTitle("小休")
    .or(page.getByRole("option", { name: "小休" }))
    .last()
    .click();
  await expect.poll(async () => (await agent("a10")).presence).toBe("break");
  expect(desk.complaints).toEqual([]);
  await desk.close();
});
