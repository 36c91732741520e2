/** The frame of document pages in a real browser: nothing drawn is lost, nothing is overwritten unseen. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { barriers } from "./barriers.ts";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { password } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let browser: Browser;
let desk: Desk;
const others: Desk[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startPageServer(), openBrowser()]);
});

afterAll(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

/** Each test draws a segment of its own. */
let key = "";
let count = 0;
const draftOf = () => server.api("GET", `/documents/segment/${key}/draft`);
const revisions = async () => (await server.api("GET", `/documents/segment/${key}/revisions`)).items;

async function anotherDesk(): Promise<Page> {
  const other = await openDesk(browser, server.origin);
  others.push(other);
  await signInQuietly(other);
  return other.page;
}

beforeEach(async () => {
  count += 1;
  key = `frame-${count}`;
  const when = { fact: "customer.tier", operator: "equal", value: "vip" };
  const document = { kind: "segment", key, name: "First", formatVersion: 1, spec: { when } };
  await server.api("PUT", `/documents/segment/${key}/draft`, document);
  await server.api("POST", `/documents/segment/${key}/publish`, { comment: "made" });
  desk = await openDesk(browser, server.origin);
  await signInQuietly(desk);
  await open(desk.page);
});

afterEach(async () => {
  await Promise.all([desk, ...others.splice(0)].map((one) => one.close()));
});

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const saveMark = (page: Page) => page.getByRole("article").locator("header").getByRole("status");

async function open(page: Page): Promise<void> {
  await page.goto(`/segments/${key}`);
  await heading(page).waitFor();
}

async function rename(page: Page, name: string): Promise<void> {
  await heading(page).getByRole("button").click();
  await page.getByRole("textbox", { name: "名称" }).fill(name);
  await page.keyboard.press("Enter");
  await expect.poll(() => heading(page).textContent()).toBe(name);
}

async function describe(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "更多", exact: true }).click();
  await page.getByRole("menuitem", { name: "说明" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(text);
  await page.getByRole("button", { name: "保存说明" }).click();
}

/** Saves of this desk go nowhere until the answer is called. */
async function cutSaves(page: Page): Promise<() => Promise<void>> {
  const drafts = "**/api/v1/documents/*/*/draft";
  await page.route(drafts, (route) =>
    route.request().method() === "PUT" ? route.abort("internetdisconnected") : route.fallback(),
  );
  return () => page.unroute(drafts);
}

/** Pasted, since an editor closes brackets by itself while one types. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("ControlOrMeta+v");
}

async function typeJson(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator(".monaco-editor .view-lines").click();
  await page.keyboard.press("ControlOrMeta+a");
  await paste(page, text);
}

it("shows what somebody else stores while nothing here is unsaved", async () => {
  const other = await anotherDesk();
  await open(other);
  await rename(other, "Second");
  await expect.poll(() => heading(desk.page).textContent()).toBe("Second");
  expect(desk.complaints).toEqual([]);
});

it("refuses a stale save, keeps both texts and merges what does not overlap", async () => {
  const other = await anotherDesk();
  await open(other);
  const mend = await cutSaves(desk.page);
  await describe(desk.page, "mine");
  await expect.poll(() => saveMark(desk.page).textContent()).toContain("未保存");
  await rename(other, "Theirs");
  await expect.poll(async () => (await draftOf()).name).toBe("Theirs");
  await mend();
  await desk.page.getByRole("button", { name: "处理冲突" }).click();
  const dialog = desk.page.getByRole("dialog");
  await dialog.getByText("两边改的地方不重叠").waitFor();
  expect(await draftOf()).not.toHaveProperty("description", "mine");
  await dialog.getByRole("button", { name: "合并" }).click();
  await expect.poll(draftOf).toMatchObject({ name: "Theirs", description: "mine" });
  await expect.poll(() => heading(desk.page).textContent()).toBe("Theirs");
});

it("asks about each place that both changed, and undo still knows my text", async () => {
  const other = await anotherDesk();
  await open(other);
  const mend = await cutSaves(desk.page);
  await rename(desk.page, "Mine");
  await rename(other, "Theirs");
  await expect.poll(async () => (await draftOf()).name).toBe("Theirs");
  await mend();
  await desk.page.getByRole("button", { name: "处理冲突" }).click();
  const dialog = desk.page.getByRole("dialog");
  expect(await dialog.getByRole("button", { name: "合并" }).isDisabled()).toBe(true);
  await dialog.getByRole("radio", { name: "用对方的: Theirs" }).click();
  await dialog.getByRole("button", { name: "合并" }).click();
  await expect.poll(() => heading(desk.page).textContent()).toBe("Theirs");
  await desk.page.getByRole("button", { name: "撤销" }).click();
  await expect.poll(async () => (await draftOf()).name).toBe("Mine");
});

it("keeps the undo history over a reload", async () => {
  await rename(desk.page, "Second");
  await rename(desk.page, "Third");
  await expect.poll(async () => (await draftOf()).name).toBe("Third");
  await desk.page.reload();
  await expect.poll(() => heading(desk.page).textContent()).toBe("Third");
  await desk.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => heading(desk.page).textContent()).toBe("Second");
  await desk.page.getByRole("button", { name: "操作记录" }).click();
  await desk.page.getByRole("button", { name: "打开时的样子" }).click();
  await expect.poll(async () => (await draftOf()).name).toBe("First");
});

it("loses nothing without a network, nor when the page dies meanwhile", async () => {
  await desk.context.setOffline(true);
  await rename(desk.page, "Offline");
  await expect.poll(() => saveMark(desk.page).textContent()).toContain("未保存");
  await desk.page.close();
  await desk.context.setOffline(false);
  expect((await draftOf()).name).toBe("First");
  const page = await desk.context.newPage();
  await open(page);
  await expect.poll(() => heading(page).textContent()).toBe("Offline");
  await expect.poll(async () => (await draftOf()).name).toBe("Offline");
});

it("says that the session ended, keeps the text, leads to the sign-in and saves after it", async () => {
  const { page, context } = desk;
  await context.clearCookies();
  await rename(page, "Signed out");
  await expect.poll(() => saveMark(page).textContent()).toContain("登录已失效");
  await page.getByRole("button", { name: "重新登录" }).click();
  await page.waitForURL(/\/sign-in\?next=/);
  expect((await draftOf()).name).toBe("First");
  await signInQuietly(desk);
  await open(page);
  await expect.poll(() => heading(page).textContent()).toBe("Signed out");
  await expect.poll(async () => (await draftOf()).name).toBe("Signed out");
});

it("goes on saving once the network is back, also from another page", async () => {
  await desk.context.setOffline(true);
  await rename(desk.page, "Offline");
  await expect.poll(() => saveMark(desk.page).textContent()).toContain("未保存");
  await desk.page.getByRole("navigation").getByRole("link", { name: "条件组" }).click();
  await desk.context.setOffline(false);
  await expect.poll(async () => (await draftOf()).name, { timeout: 20_000 }).toBe("Offline");
});

it("keeps the last valid drawing while the JSON is invalid, and takes it once it is valid", async () => {
  const { page } = desk;
  await page.getByRole("tab", { name: "JSON" }).click();
  const text = JSON.stringify({ ...(await draftOf()), name: "Typed" });
  await typeJson(page, text.slice(0, -1));
  await page.getByText("不是合法的 JSON").waitFor();
  expect(await heading(page).textContent()).toBe("First");
  await page.keyboard.press("ControlOrMeta+End");
  await paste(page, "}");
  await expect.poll(() => heading(page).textContent()).toBe("Typed");
  await expect.poll(async () => (await draftOf()).name).toBe("Typed");
  await rename(page, "Drawn");
  await expect.poll(() => page.locator(".monaco-editor .view-lines").textContent()).toContain("Drawn");
});

it("lets the person choose where text and drawing have parted", async () => {
  const { page } = desk;
  await page.getByRole("tab", { name: "JSON" }).click();
  await typeJson(page, '{"name": "half');
  await page.getByText("不是合法的 JSON").waitFor();
  await rename(page, "Drawn");
  await page.getByText("图在此期间也改了").waitFor();
  await page.getByRole("button", { name: "以图为准" }).click();
  await expect.poll(() => page.locator(".monaco-editor .view-lines").textContent()).toContain("Drawn");
});

it("checks beside the page under the strict content policy, and blocks a faulty publish with its places", async () => {
  const { page } = desk;
  await page.getByRole("tab", { name: "JSON" }).click();
  const when = { fact: "no.such", operator: "equal", value: "vip" };
  await typeJson(page, JSON.stringify({ ...(await draftOf()), spec: { when } }));
  await page.getByRole("button", { name: "1 个错误，0 个提醒" }).waitFor();
  await page.getByRole("button", { name: "发布" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("有 1 个错误").waitFor();
  expect(await dialog.getByRole("button", { name: "发布" }).isDisabled()).toBe(true);
  expect(desk.complaints).toEqual([]);
});

it("publishes with a comment in two clicks and rolls back in three", async () => {
  const { page } = desk;
  await rename(page, "Second");
  await page.getByRole("button", { name: "发布" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "发布说明" }).fill("a better name");
  await dialog.getByRole("button", { name: "发布" }).click();
  await expect
    .poll(revisions)
    .toMatchObject([{ revision: 2, comment: "a better name", live: true }, { revision: 1 }]);
  await page.getByText("v2 已发布").waitFor();

  await page.getByRole("tab", { name: "历史" }).click();
  await page.getByRole("button", { name: "回滚", exact: true }).click();
  await page.getByRole("button", { name: "回滚到 v1", exact: true }).last().click();
  await expect.poll(revisions).toMatchObject([{ revision: 3, rollbackOf: 1, live: true }, {}, {}]);
  await expect.poll(() => heading(page).textContent()).toBe("First");
});

it("lets a viewer see everything and change nothing", async () => {
  await server.api("POST", "/users", { name: "onlooker", password, role: "viewer" });
  const other = await openDesk(browser, server.origin);
  others.push(other);
  await signInQuietly(other, "onlooker", password);
  const { page } = other;
  await open(page);
  expect(await heading(page).getByRole("button").count()).toBe(0);
  expect(await page.getByRole("button", { name: "发布" }).count()).toBe(0);
  await page.getByText("只读").waitFor();
  await page.getByRole("tab", { name: "历史" }).click();
  await page.getByRole("list", { name: "历史版本" }).waitFor();
  expect(await page.getByRole("button", { name: "回滚" }).count()).toBe(0);
});

it("has no serious barrier, in either theme, with any tab open", async () => {
  for (const theme of ["light", "dark"] as const) {
    const other = await openDesk(browser, server.origin, { theme });
    others.push(other);
    await signInQuietly(other);
    const { page } = other;
    await page.goto("/segments");
    await page.getByRole("table").getByText(key, { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await open(page);
    await rename(page, `Named ${theme}`);
    for (const tab of ["问题", "JSON", "历史"]) {
      await page.getByRole("tab", { name: tab, exact: true }).click();
      await page.getByRole("region", { name: "面板" }).waitFor();
      expect({ tab, found: await barriers(page) }).toEqual({ tab, found: [] });
    }
    await page.getByRole("button", { name: "发布" }).click();
    await page.getByRole("dialog").getByText("改了什么").waitFor();
    expect(await barriers(page)).toEqual([]);
  }
});

it("lets the drawer be sized by keyboard and remembers it", async () => {
  const { page } = desk;
  await page.getByRole("tab", { name: "问题" }).click();
  const edge = page.getByRole("separator", { name: "调整面板高度" });
  const before = Number(await edge.getAttribute("aria-valuenow"));
  await edge.focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  const after = Number(await edge.getAttribute("aria-valuenow"));
  expect(after).toBeGreaterThan(before);
  await page.reload();
  await heading(page).waitFor();
  expect(Number(await edge.getAttribute("aria-valuenow"))).toBe(after);
});

it("makes, copies, imports, deletes and restores documents from the list", async () => {
  const { page } = desk;
  const made = `made-${count}`;
  await page.goto("/segments");
  await page.getByRole("button", { name: "新建条件组" }).click();
  await page.keyboard.type(made);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/segments/${made}`);
  await heading(page).waitFor();

  await page.goto("/segments");
  await page.getByRole("button", { name: "导入 JSON" }).click();
  const dialog = page.getByRole("dialog");
  const when = { fact: "customer.tier", operator: "equal", value: "vip" };
  const imported = {
    kind: "segment",
    key: `${made}-in`,
    name: `${made} in`,
    formatVersion: 1,
    spec: { when },
  };
  await dialog.getByRole("textbox").fill(JSON.stringify({ ...imported, spec: {} }));
  await dialog.getByRole("button", { name: "导入", exact: true }).click();
  await dialog.getByText("没有导入任何内容").waitFor();
  await dialog.getByRole("textbox").fill(JSON.stringify(imported));
  await dialog.getByRole("button", { name: "导入", exact: true }).click();
  await page.getByRole("link", { name: `${made} in` }).waitFor();

  await page.getByRole("button", { name: `“${made} in”的操作` }).click();
  await page.getByRole("menuitem", { name: "删除" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "删除" }).click();
  await expect.poll(() => page.getByRole("link", { name: `${made} in` }).count()).toBe(0);
  await page.getByText("已删除", { exact: true }).click();
  await page.getByRole("button", { name: `“${made} in”的操作` }).click();
  await page.getByRole("menuitem", { name: "恢复" }).click();
  await expect
    .poll(async () => (await server.api("GET", `/documents/segment/${made}-in`)).deletedAt)
    .toBeNull();

  await page.goto("/segments/vip");
  await heading(page).waitFor();
  await page.getByRole("button", { name: "更多", exact: true }).click();
  await page.getByRole("menuitem", { name: "删除" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "删除" }).click();
  await page.getByText("不能删除：下面的文档还在引用它").last().waitFor();
});
