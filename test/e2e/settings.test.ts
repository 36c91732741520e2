/** The settings at the page: what is saved there holds elsewhere, and two admins do not overwrite each other. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createTicket, employ, password } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
  await employ(server, "a09", "lead");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  desk = await openDesk(browser, server.origin);
  await signInQuietly(desk);
});
afterEach(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

const save = (page: Page) => page.getByRole("button", { name: "保存", exact: true }).click();

interface Field {
  readonly key: string;
  readonly label: { readonly zh: string; readonly en: string };
}
const fields = (): Promise<readonly Field[]> => server.api("GET", "/settings/fields");
const keys = async () => (await fields()).map(({ key }) => key);

it("adds a field: refused beside what is missing, then there on every ticket and in the picker of facts", async () => {
  const { page } = desk;
  const { id } = await createTicket(server);
  await page.goto("/settings/fields");
  await page.getByRole("button", { name: "新字段" }).click();
  await page.getByLabel("编号", { exact: true }).fill("bad key");
  await save(page);
  await page.getByText("字母开头，只用字母、数字、_ 和 -").waitFor();
  expect(await keys()).not.toContain("bad key");
  await page.getByLabel("中文名", { exact: true }).fill("破损程度");
  await page.getByLabel("英文名", { exact: true }).fill("Damage");
  await page.getByLabel("编号", { exact: true }).fill("damage");
  await page.getByText("有未保存的改动").waitFor();
  await save(page);
  await expect.poll(keys).toContain("damage");

  await page.goto(`/tickets/${id}`);
  await page.getByRole("button", { name: /填写其余/ }).click();
  await page.getByRole("textbox", { name: "破损程度" }).fill("轻微");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await server.api("GET", `/tickets/${id}`)).fields.damage).toBe("轻微");
  const catalog = await server.api("GET", "/catalog");
  expect(catalog.facts.map((fact: { id: string }) => fact.id)).toContain("ticket.fields.damage");
});

it("moves a field by keyboard, and removes one after saying who refers to it", async () => {
  const { page } = desk;
  await page.goto("/settings/fields");
  const before = await keys();
  const handle = page.getByRole("button", { name: "移动「退款金额（元）」" });
  await handle.focus();
  await page.keyboard.press("ArrowUp");
  await save(page);
  await expect.poll(async () => (await keys())[0]).toBe(before[1]);

  await page.getByRole("button", { name: /^平台处理截止时间/ }).click();
  await page.getByRole("button", { name: "删除", exact: true }).click();
  const question = page.getByRole("dialog");
  await question.getByText("默认 SLA").waitFor();
  await question.getByRole("button", { name: "取消" }).click();
  await question.waitFor({ state: "detached" });
  expect(await keys()).toContain(before[0]);
});

it("makes a user with a password that is shown once, who can then sign in", async () => {
  const { page } = desk;
  await page.goto("/settings/users");
  await page.getByRole("button", { name: "新建用户" }).click();
  const form = page.getByRole("dialog", { name: "新建用户" });
  await form.getByLabel("用户名").fill("a09");
  await form.getByRole("button", { name: "创建" }).click();
  await form.getByText("这个用户名已经有人用了").waitFor();
  await form.getByLabel("用户名").fill("xiaowang");
  await form.getByRole("button", { name: "创建" }).click();
  const shown = page.getByRole("dialog", { name: "「xiaowang」的登录密码" });
  const secret = await shown.getByRole("textbox").inputValue();
  await shown.getByRole("button", { name: "我已保存好" }).click();
  await page.getByRole("row").filter({ hasText: "xiaowang" }).waitFor();

  const other = await openDesk(browser, server.origin);
  await other.page.goto("/sign-in");
  await other.page.getByLabel("用户名").fill("xiaowang");
  await other.page.getByLabel("密码").fill(secret);
  await other.page.getByRole("button", { name: "登录" }).click();
  await other.page.getByRole("button", { name: "xiaowang 的菜单" }).waitFor();
  await other.close();
});

it("makes a key that works, and revokes it", async () => {
  const { page } = desk;
  await page.goto("/settings/keys");
  await page.getByRole("button", { name: "新建密钥" }).first().click();
  const form = page.getByRole("dialog", { name: "新建密钥" });
  await form.getByLabel("名称").fill("erp");
  await form.getByRole("button", { name: "创建密钥" }).click();
  const shown = page.getByRole("dialog", { name: "密钥「erp」" });
  const key = await shown.getByRole("textbox").inputValue();
  await shown.getByRole("button", { name: "我已保存好" }).click();
  const status = async () =>
    (await fetch(`${server.origin}/api/v1/tickets`, { headers: { authorization: `Bearer ${key}` } })).status;
  expect(await status()).toBe(200);
  await page.getByRole("row").filter({ hasText: "erp" }).getByRole("button", { name: "吊销" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "吊销" }).click();
  await expect.poll(status).toBe(401);
  await page.getByRole("row").filter({ hasText: "erp" }).getByText("已吊销").waitFor();
});

it("keeps what was typed when another admin was faster, and puts both together", async () => {
  const { page } = desk;
  await page.goto("/settings/fields");
  await page.getByRole("button", { name: /^运单号/ }).click();
  await page.getByLabel("中文名", { exact: true }).fill("快递单号");
  const theirs = (await fields()).map((field) =>
    field.key === "carrier" ? { ...field, label: { ...field.label, zh: "承运商" } } : field,
  );
  await server.api("PUT", "/settings/fields", theirs);
  await save(page);
  await page.getByText("别人刚刚保存了这一部分").waitFor();
  await page.getByRole("alert").getByText("承运商", { exact: true }).waitFor();
  expect(await page.getByLabel("中文名", { exact: true }).inputValue()).toBe("快递单号");
  await page.getByRole("button", { name: "合并到我的改动" }).click();
  await save(page);
  const named = async (key: string) => (await fields()).find((field) => field.key === key)?.label.zh;
  await expect.poll(() => named("trackingNo")).toBe("快递单号");
  expect(await named("carrier")).toBe("承运商");
});

it("grows the category tree by a child, moved by keyboard, and warns before leaving unsaved", async () => {
  const { page } = desk;
  await page.goto("/settings/categories");
  await page.getByRole("textbox", { name: "搜索分类" }).fill("价保");
  await page.getByText("价保", { exact: true }).click();
  await page.getByRole("textbox", { name: "搜索分类" }).fill("");
  await page.getByRole("button", { name: "同级" }).click();
  await page.getByLabel("中文名", { exact: true }).fill("以旧换新");
  await page.getByLabel("英文名", { exact: true }).fill("Trade-in");
  await page.getByLabel("编号", { exact: true }).fill("trade-in");
  await page.getByRole("button", { name: "上移" }).click();
  await page.getByRole("link", { name: "店铺", exact: true }).click();
  await page.getByRole("button", { name: "留下来" }).click();
  await save(page);
  const ids = async (): Promise<readonly string[]> =>
    (await server.api("GET", "/settings/categories")).map(({ id }: { id: string }) => id);
  await expect.poll(ids).toContain("presales.trade-in");
  const all = await ids();
  expect(all.indexOf("presales.trade-in")).toBe(all.indexOf("presales.price-protection") - 1);
});

it("tells in the log who changed what, as a sentence", async () => {
  const { page } = desk;
  await page.goto("/settings/workspace");
  await page.getByLabel("名称", { exact: true }).fill("晨光商城");
  await save(page);
  await expect.poll(async () => (await server.api("GET", "/settings/workspace")).name).toBe("晨光商城");
  await page.goto("/settings/audit?target=settings:workspace");
  const line = page.getByRole("listitem").filter({ hasText: "修改了工作区" });
  await line.getByRole("button", { name: "详情" }).click();
  await line.getByText("晨光商城").waitFor();
});

it("shows those who are no admins what they may read, and refuses the rest in words", async () => {
  const other = await openDesk(browser, server.origin);
  await signInQuietly(other, "a09", password);
  await other.page.goto("/settings/fields");
  await other.page.getByText("只读：发布者和管理员可以修改").waitFor();
  expect(await other.page.getByRole("button", { name: "保存", exact: true }).count()).toBe(0);
  await other.page.goto("/settings/users");
  await other.page.getByRole("heading", { name: "这一页只给管理员" }).waitFor();
  expect(
    await other.page.getByRole("navigation", { name: "页面" }).getByRole("link", { name: "设置" }).count(),
  ).toBe(0);
  expect(other.complaints).toEqual([]);
  await other.close();
});
