/** A workflow drawn by mouse, on the real server: what is drawn is what is stored. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { type PageServer, startPageServer } from "./server.ts";
import { createWorkflow, type DrawnWorkflow, draftOf } from "./workflow-house.ts";

let server: PageServer;
let browser: Browser;
let desk: Desk;
let page: Page;
let key = "";
let count = 0;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
  desk = await openDesk(browser, server.origin, { width: 1600, height: 900 });
  await signInQuietly(desk);
  await desk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = desk.page;
});
afterAll(async () => {
  expect(desk?.complaints).toEqual([]);
  await desk?.close();
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  count += 1;
  key = await createWorkflow(server, `drawn-${count}`);
  await page.goto(`/workflows/${key}`);
  await card("新工单").waitFor();
});

const canvas = (): Locator => page.getByRole("application", { name: "流程画布" });
const card = (name: string): Locator => canvas().locator(".react-flow__node").filter({ hasText: name });
const cards = (): Locator => canvas().locator(".react-flow__node");
const entry = (name: string): Locator =>
  page.getByRole("navigation", { name: "节点面板" }).getByRole("button", { name, exact: true });
const stored = () => draftOf(server, key);
const types = (drawn: DrawnWorkflow) => drawn.nodes.map(({ type }) => type);
const links = ({ nodes, edges }: DrawnWorkflow) => {
  const name = (id: string) => nodes.find((node) => node.id === id)?.type;
  return edges
    .map(({ source, sourcePort, target }) => `${name(source)}.${sourcePort}>${name(target)}`)
    .sort();
};

async function centreOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error("nothing to be seen there");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes something and lets go of it elsewhere, as a hand does: on the way it passes points. */
async function dragBetween(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 2, from.y + 2);
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** A free point of the canvas, below the cards and above the tools. */
async function freePoint(): Promise<{ x: number; y: number }> {
  const box = await canvas().boundingBox();
  if (box === null) throw new Error("no canvas");
  return { x: box.x + box.width * 0.4, y: box.y + box.height * 0.65 };
}

async function dropEntry(name: string, to: { x: number; y: number }): Promise<void> {
  await entry(name).scrollIntoViewIfNeeded();
  await dragBetween(await centreOf(entry(name)), to);
}

describe("the palette", () => {
  it("drops a node where the hand lets go, and keeps it over a reload", async () => {
    await dropEntry("等待", await freePoint());
    await card("等待").waitFor();
    await expect.poll(async () => types(await stored())).toEqual(["trigger", "end", "wait"]);
    await page.reload();
    await card("等待").waitFor();
    expect(await cards().count()).toBe(3);
  });

  it("drops a node on a line, which takes it in between", async () => {
    const from = await centreOf(card("新工单"));
    const to = await centreOf(card("结束"));
    const middle = { x: (from.x + to.x) / 2, y: from.y };
    await dropEntry("更新工单", middle);
    await expect.poll(async () => links(await stored())).toEqual(["trigger.out>update", "update.out>end"]);
  });

  it("adds after the chosen node on a click", async () => {
    await card("新工单").click();
    await entry("分类").click();
    await expect
      .poll(async () => links(await stored()))
      .toEqual(["classify.out>end", "trigger.out>classify"]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toContain("分类");
  });

  it("finds by name and by what a node does", async () => {
    await page.getByLabel("搜索节点").fill("审批");
    await entry("待办").waitFor();
    expect(await page.getByRole("navigation", { name: "节点面板" }).locator("[data-entry]").count()).toBe(1);
  });
});

describe("lines", () => {
  const port = (name: string, label: string) =>
    card(name).getByRole("button", { name: new RegExp(`出口“${label}”`) });

  it("are drawn from a port to a card", async () => {
    await dropEntry("判断", await freePoint());
    await dragBetween(await centreOf(port("判断", "条件 1")), await centreOf(card("结束")));
    await expect.poll(async () => links(await stored())).toContain("branch.b1>end");
  });

  it("refuse what cannot be, say why beside the pointer, and dim the card", async () => {
    await dropEntry("判断", await freePoint());
    const from = await centreOf(port("判断", "条件 1"));
    const to = await centreOf(card("新工单"));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.getByText("触发节点是起点，不能连进去").first().waitFor();
    expect(await card("新工单").locator("[data-refused=true]").count()).toBe(1);
    await page.mouse.up();
    await expect.poll(async () => links(await stored())).toEqual(["trigger.out>end"]);
  });

  it("that end in the open offer what fits there", async () => {
    await dropEntry("判断", await freePoint());
    const from = await centreOf(port("判断", "否则"));
    await dragBetween(from, { x: from.x + 160, y: from.y + 60 });
    const list = page.getByRole("dialog", { name: "可以接在这里的节点" });
    expect(await list.getByRole("option", { name: "触发" }).count()).toBe(0);
    await list.getByRole("combobox").fill("自动回复");
    await page.keyboard.press("Enter");
    await expect.poll(async () => links(await stored())).toContain("branch.else>reply");
  });

  it("take a node in by the second mouse button, which adds on free ground too", async () => {
    const from = await centreOf(card("新工单"));
    const to = await centreOf(card("结束"));
    await page.mouse.click((from.x + to.x) / 2 - 20, from.y, { button: "right" });
    await page.getByRole("dialog", { name: "可以接在这里的节点" }).waitFor();
    await page.keyboard.type("等待");
    await page.keyboard.press("Enter");
    await expect.poll(async () => links(await stored())).toEqual(["trigger.out>wait", "wait.done>end"]);
    const free = await freePoint();
    await page.mouse.click(free.x, free.y, { button: "right" });
    await page.getByRole("dialog", { name: "添加节点" }).waitFor();
    await page.keyboard.type("更新工单");
    await page.keyboard.press("Enter");
    await expect.poll(async () => types(await stored())).toEqual(["trigger", "end", "wait", "update"]);
  });

  it("take a node in by the + that shows under the pointer, and go by the ×", async () => {
    const from = await centreOf(card("新工单"));
    const to = await centreOf(card("结束"));
    await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 3 });
    await page.getByRole("button", { name: "在这条线上插入节点" }).click();
    await page.keyboard.type("等待");
    await page.keyboard.press("Enter");
    await expect.poll(async () => links(await stored())).toEqual(["trigger.out>wait", "wait.done>end"]);
    await page.keyboard.press("Control+z");
    await expect.poll(async () => links(await stored())).toEqual(["trigger.out>end"]);
    await page.mouse.move((from.x + to.x) / 2, from.y - 40);
    await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 3 });
    await page.getByRole("button", { name: "删除这条线" }).click();
    await expect.poll(async () => (await stored()).edges).toEqual([]);
  });
});

describe("hands", () => {
  it("move a card, take it back and do it again", async () => {
    const at = async () => (await stored()).nodes.find(({ id }) => id === "n2")?.position;
    const from = await centreOf(card("结束"));
    await dragBetween(from, { x: from.x + 80, y: from.y + 160 });
    await expect.poll(at).toEqual({ x: 360, y: 160 });
    await page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(at).toEqual({ x: 280, y: 0 });
    await page.getByRole("button", { name: "重做" }).click();
    await expect.poll(at).toEqual({ x: 360, y: 160 });
  });

  it("choose several with a box, line them up, group them, and delete them", async () => {
    await dropEntry("等待", await freePoint());
    await card("等待").waitFor();
    const box = await canvas().boundingBox();
    if (box === null) throw new Error("no canvas");
    await page.keyboard.down("Shift");
    await dragBetween(
      { x: box.x + 20, y: box.y + 60 },
      { x: box.x + box.width - 20, y: box.y + box.height - 130 },
    );
    await page.keyboard.up("Shift");
    await page.getByText("已选 3 项", { exact: true }).waitFor();
    await page.getByRole("button", { name: "上对齐" }).click();
    await expect
      .poll(async () => new Set((await stored()).nodes.map(({ position }) => position?.y)).size)
      .toBe(1);
    await page.getByRole("button", { name: "编组（Ctrl G）" }).click();
    await expect.poll(async () => (await stored()).groups?.[0]?.nodes).toHaveLength(3);
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await stored()).nodes).toEqual([]);
  });

  it("are chosen by Ctrl A also after a list was left by Escape", async () => {
    const { x, y } = await freePoint();
    await page.mouse.click(x, y);
    await page.keyboard.press("/");
    const list = page.getByRole("dialog", { name: "添加节点" });
    await list.waitFor();
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "detached" });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("role")))
      .toBe("application");
    await page.keyboard.press("Control+a");
    await expect.poll(() => page.locator(".react-flow__node.selected").count()).toBe(2);
  });

  it("copy as text that another workflow takes", async () => {
    await card("结束").click();
    await page.keyboard.press("Control+c");
    await page.keyboard.press("Control+v");
    await expect.poll(async () => types(await stored())).toEqual(["trigger", "end", "end"]);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("sluice/workflow-part");
    const other = await createWorkflow(server, `other-${count}`);
    await page.goto(`/workflows/${other}`);
    await card("新工单").waitFor();
    await page.keyboard.press("Control+v");
    await expect.poll(async () => types(await draftOf(server, other))).toEqual(["trigger", "end", "end"]);
  });

  it("write on a card and in the inspector, which is one step each", async () => {
    await card("结束").dblclick();
    await page.keyboard.type("收尾");
    await page.keyboard.press("Enter");
    await card("收尾").waitFor();
    await page.getByLabel("名称").fill("完结");
    await expect.poll(async () => (await stored()).nodes[1]?.name).toBe("完结");
  });

  it("stick notes on the canvas", async () => {
    await page.getByRole("button", { name: "添加便签" }).click();
    await page.keyboard.type("周末由夜班处理");
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await stored()).notes?.[0]?.text).toBe("周末由夜班处理");
  });
});
