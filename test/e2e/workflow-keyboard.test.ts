/** A workflow made from nothing by keyboard alone: drawn, configured, published, and run by a ticket. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createTicket } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";
import { type DrawnWorkflow, draftOf } from "./workflow-house.ts";

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

/** The name of what has the focus: its label, else the words on it. A frame around other things has none of its own. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    if (element === null) return "";
    const named = (element.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id));
    const label = element.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`) : null;
    const own = element.querySelector("input, button") === null ? element.textContent : "";
    const words = [...named, label].map((part) => part?.textContent);
    return [...words, element.getAttribute("aria-label"), own].filter(Boolean).join(" ");
  });

/** Presses a key until what has the focus bears the name; throws when it never does. */
async function until(page: Page, key: string, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reached ${name}; the focus is on ${await focused(page)}`);
}

/** Waits for the focus to move by itself to what bears the name. */
const focusOn = (page: Page, name: RegExp): Promise<void> => expect.poll(() => focused(page)).toMatch(name);

/** Opens quick-add and takes the first kind of that name. */
async function add(page: Page, name: string): Promise<void> {
  await page.keyboard.press("/");
  await focusOn(page, /节点/);
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await focusOn(page, new RegExp(`^${name} `));
}

const links = ({ nodes, edges }: DrawnWorkflow) => {
  const name = (id: string) => nodes.find((node) => node.id === id)?.type;
  return edges
    .map(({ source, sourcePort, target }) => `${name(source)}.${sourcePort}>${name(target)}`)
    .sort();
};

it("draws, configures and publishes a workflow that runs", async () => {
  const desk = await openDesk(browser, server.origin);
  await signInQuietly(desk);
  const { page } = desk;

  // A new workflow begins with a trigger and an end.
  await page.goto("/workflows");
  await page.getByRole("button", { name: "新建流程" }).waitFor();
  await until(page, "Tab", /新建流程/);
  await page.keyboard.press("Enter");
  await focusOn(page, /名称/);
  await page.keyboard.type("P0 安抚");
  await until(page, "Tab", /标识/);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("calm-p0");
  await page.keyboard.press("Enter");
  await page.getByRole("application", { name: "流程画布" }).waitFor();

  // Trigger → branch, between the trigger and the end.
  await until(page, "Tab", /^流程画布/);
  await page.keyboard.press("ArrowDown");
  await focusOn(page, /^触发 新工单/);
  await add(page, "判断");

  // What it decides: its name in the inspector, and back to the card.
  await page.keyboard.press("Enter");
  await focusOn(page, /^名称/);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("紧急吗");
  await page.keyboard.press("Escape");
  await focusOn(page, /^判断 紧急吗/);

  // On the way of the first condition a reply, then a tag.
  await page.keyboard.press("Tab");
  await focusOn(page, /出口“条件 1”，已连到“结束”/);
  await add(page, "自动回复");
  await page.keyboard.press("Enter");
  await focusOn(page, /^名称/);
  await until(page, "Tab", /回复内容/);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("您好，紧急问题已由专人处理。");
  await page.keyboard.press("Escape");
  await focusOn(page, /^自动回复 自动回复：“您好，紧急问题已由专人处理。”/);
  await add(page, "更新工单");
  await page.keyboard.press("F2");
  await page.keyboard.type("标记");
  await page.keyboard.press("Enter");
  await focusOn(page, /^更新工单 标记/);
  await page.keyboard.press("Enter");
  await until(page, "Tab", /加标签/);
  await page.keyboard.type("已安抚");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await until(page, "Escape", /^更新工单 标记：加标签 已安抚/);

  // Otherwise straight to the end: C begins the line, typing finds its target.
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await focusOn(page, /^判断 紧急吗/);
  await page.keyboard.press("c");
  await focusOn(page, /从“紧急吗”的“否则”连到/);
  await page.keyboard.type("结束");
  await page.keyboard.press("Enter");
  await focusOn(page, /^判断 紧急吗/);
  await expect
    .poll(async () => links(await draftOf(server, "calm-p0")))
    .toEqual([
      "branch.b1>reply",
      "branch.else>end",
      "reply.out>update",
      "trigger.out>branch",
      "update.out>end",
    ]);

  // Eight pixels down, taken back, done again.
  const branchAt = async () =>
    (await draftOf(server, "calm-p0")).nodes.find(({ type }) => type === "branch")?.position?.y;
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(branchAt).toBe(8);
  await page.keyboard.press("Control+z");
  await expect.poll(branchAt).toBe(0);

  // Published, with a comment.
  await until(page, "Shift+Tab", /^发布$/);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await until(page, "Tab", /^发布$/);
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => (await server.api("GET", "/documents/workflow/calm-p0")).liveRevision)
    .toBe(1);

  // A ticket runs through it.
  const ticket = await createTicket(server, { priority: "P0" });
  await expect
    .poll(async () => (await server.api("GET", `/tickets/${ticket.id}`)).messages)
    .toContainEqual(expect.objectContaining({ author: "bot", text: "您好，紧急问题已由专人处理。" }));
  expect((await server.api("GET", `/tickets/${ticket.id}`)).tags).toContain("已安抚");
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("walks, finds, copies, duplicates and deletes without a mouse", async () => {
  const desk = await openDesk(browser, server.origin);
  await signInQuietly(desk);
  await desk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page } = desk;
  await page.goto("/workflows/intake");
  await page.getByRole("application", { name: "流程画布" }).focus();
  await page.keyboard.press("Control+f");
  await focusOn(page, /查找节点/);
  await page.keyboard.type("启动计时");
  await page.keyboard.press("Enter");
  await focusOn(page, /^开始计时 启动计时/);
  await page.keyboard.press("ArrowRight");
  await focusOn(page, /^分配 分配/);
  await page.keyboard.press("ArrowLeft");
  await focusOn(page, /^开始计时 启动计时/);
  const count = async () => (await draftOf(server, "intake")).nodes.length;
  await page.keyboard.press("Control+d");
  await expect.poll(count).toBe(6);
  await focusOn(page, /^开始计时 启动计时/);
  await page.keyboard.press("Delete");
  await expect.poll(count).toBe(5);
  await page.getByRole("application", { name: "流程画布" }).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await expect.poll(count).toBe(10);
  await page.keyboard.press("Control+z");
  await expect.poll(count).toBe(5);
  // A node between two is deleted and the gap closed.
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await focusOn(page, /^分类 分类/);
  await page.keyboard.press("Shift+Delete");
  await expect
    .poll(async () => links(await draftOf(server, "intake")))
    .toEqual(["route.assigned>end", "route.pooled>end", "sla.out>route", "trigger.out>sla"]);
  expect(desk.complaints).toEqual([]);
  await desk.close();
});
