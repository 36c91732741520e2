/** Operators at their two pages: what failed is tried again, what is held goes on, plugins are switched and given secrets. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type Sink, startSink } from "../support/sink.ts";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createTicket, type StoredTicket } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let sink: Sink;
let browser: Browser;
let desk: Desk;

const node = (id: string, type: string, name: string, config: object) => ({
  ...{ id, type, name, config },
  position: { x: 0, y: 0 },
});

/** A payment for each new ticket of the test's own channel, tried once. */
const payment = () => ({
  kind: "workflow",
  key: "pay-out",
  name: "打款",
  formatVersion: 1,
  spec: {
    nodes: [
      node("n1", "trigger", "新工单", {
        on: "ticket.created",
        when: { fact: "ticket.channel", operator: "equal", value: "web" },
      }),
      node("n2", "action", "请求打款", {
        action: "http.request",
        version: "1",
        input: { method: "POST", url: `${sink.origin}/pay` },
        retry: { maxAttempts: 1 },
      }),
      node("n3", "update", "标记", { stage: "已打款" }),
    ],
    edges: [
      { id: "e1", source: "n1", sourcePort: "out", target: "n2" },
      { id: "e2", source: "n2", sourcePort: "ok", target: "n3" },
    ],
  },
});

const paying = (): Promise<StoredTicket> => createTicket(server, { channel: "web", subject: "请打款" });

async function stageOf({ id }: StoredTicket): Promise<string | null> {
  return (await server.api("GET", `/tickets/${id}`)).stage;
}

const openIncidents = async (): Promise<number> => (await server.api("GET", "/incidents")).items.length;

beforeAll(async () => {
  sink = await startSink();
  server = await startPageServer();
  browser = await openBrowser();
  // The switch that lets `http.request` call this machine, as an operator would set it.
  await server.api("PUT", "/plugins/http", { enabled: true, config: { allowHosts: ["127.0.0.1"] } });
  await server.api("POST", "/documents/import?publish=true", { documents: [payment()] });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await sink?.close();
});
beforeEach(async () => {
  desk = await openDesk(browser, server.origin);
  await signInQuietly(desk);
});
afterEach(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

it("an action fails, its incident appears by itself, and a retry from the page ends it", async () => {
  const { page } = desk;
  await page.goto("/operations");
  await page.getByRole("heading", { name: "没有未处理的异常" }).waitFor();
  sink.answer("/pay", { status: 422, body: { error: "no money" } });
  const ticket = await paying();
  const row = page.getByRole("row").filter({ hasText: `#${ticket.number}` });
  await row.getByText("接口返回了失败状态").waitFor();
  await row.getByText("请求打款").waitFor();
  await page.getByRole("link", { name: "未处理异常 1" }).waitFor();

  sink.answer("/pay", { status: 200, body: {} });
  await row.getByRole("button", { name: "重试" }).click();
  await row.waitFor({ state: "detached" });
  await expect.poll(() => stageOf(ticket)).toBe("已打款");
  await page.getByRole("link", { name: "未处理异常 0" }).waitFor();

  await page.getByRole("link", { name: "运行实例", exact: true }).click();
  await page.getByRole("button", { name: "查看运行实例：打款" }).first().click();
  const run = page.getByRole("dialog", { name: /打款/ });
  await run.getByText("请求打款").waitFor();
  await run.locator("[data-mark=completed]").getByText("已完成").waitFor();
  await run.getByRole("link", { name: `打开工单 #${ticket.number}` }).waitFor();
});

it("several incidents are chosen and skipped together, after it was said what that means", async () => {
  const { page } = desk;
  sink.answer("/pay", { status: 422, body: {} });
  const tickets = [await paying(), await paying()];
  await expect.poll(openIncidents).toBe(2);
  await page.goto("/operations/incidents");
  await page.getByRole("checkbox", { name: "选择全部" }).check();
  await page.getByText("已选 2 个").waitFor();
  await page.getByRole("button", { name: "跳过" }).first().click();
  const question = page.getByRole("dialog", { name: "跳过 2 个异常？" });
  await question.getByText("这一步不再执行", { exact: false }).waitFor();
  await question.getByRole("button", { name: "跳过" }).click();
  await page.getByRole("heading", { name: "没有未处理的异常" }).waitFor();
  for (const ticket of tickets) await expect.poll(() => stageOf(ticket)).toBe("已打款");
});

it("an action is held with a reason that everybody sees, and goes on once", async () => {
  const { page } = desk;
  sink.answer("/pay", { status: 200, body: {} });
  await page.goto("/operations/jobs");
  await page.getByRole("button", { name: "暂停…" }).click();
  const dialog = page.getByRole("dialog", { name: "暂停" });
  await dialog.getByText("一个动作").click();
  await dialog.getByText("所有流程里这个动作的任务", { exact: false }).waitFor();
  await dialog.getByRole("button", { name: "暂停", exact: true }).click();
  await dialog.getByText("请选择要暂停的动作").waitFor();
  await dialog.getByRole("combobox", { name: "动作" }).fill("http.request");
  await page.keyboard.press("Enter");
  await dialog.getByLabel("原因").fill("银行维护");
  await dialog.getByRole("button", { name: "暂停", exact: true }).click();
  const held = page.getByRole("region", { name: "已暂停的" });
  await held.getByText("动作「HTTP 请求」已暂停").waitFor();
  await held.getByText("银行维护").waitFor();

  const before = sink.requests.length;
  const ticket = await paying();
  await page
    .getByRole("row")
    .filter({ hasText: `#${ticket.number}` })
    .getByText("排队")
    .waitFor();
  expect(sink.requests.length).toBe(before);
  await held.getByRole("button", { name: /^恢复/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "恢复" }).click();
  await held.waitFor({ state: "detached" });
  await expect.poll(() => stageOf(ticket)).toBe("已打款");
  expect(sink.requests.length).toBe(before + 1);
});

it("a plugin is switched off after a question, and on again; its actions go and come", async () => {
  const { page } = desk;
  const offered = async (): Promise<readonly string[]> =>
    (await server.api("GET", "/catalog")).actions.map(({ id }: { id: string }) => id);
  await page.goto("/plugins");
  const power = page.getByRole("switch", { name: "启用 HTTP" });
  await power.click();
  await page.getByRole("dialog", { name: "停用「HTTP」？" }).getByRole("button", { name: "停用" }).click();
  await expect.poll(() => power.getAttribute("aria-checked")).toBe("false");
  await expect.poll(offered).not.toContain("http.request");
  await power.click();
  await expect.poll(() => power.getAttribute("aria-checked")).toBe("true");
  await expect.poll(offered).toContain("http.request");
  expect((await server.api("GET", "/plugins/http")).settings.config).toEqual({ allowHosts: ["127.0.0.1"] });
});

it("a secret is stored under a name, replaced and deleted, and its text is nowhere on the page", async () => {
  const { page } = desk;
  await page.goto("/plugins?plugin=http");
  const drawer = page.getByRole("dialog", { name: "HTTP" });
  await drawer.getByRole("tab", { name: "密钥" }).click();
  await drawer.getByLabel("名称").fill("BANK_TOKEN");
  await drawer.getByRole("button", { name: "添加密钥" }).click();
  await drawer.getByLabel("BANK_TOKEN 的内容").fill("s3cret-text");
  await page.keyboard.press("Enter");
  const row = drawer.getByRole("listitem").filter({ hasText: "BANK_TOKEN" });
  await row.getByText("已设置").waitFor();
  const { items } = await server.api("GET", "/secrets");
  expect(items).toMatchObject([{ plugin: "http", name: "BANK_TOKEN" }]);
  expect(await page.content()).not.toContain("s3cret-text");
  await row.getByRole("button", { name: "删除 BANK_TOKEN" }).click();
  await page
    .getByRole("dialog", { name: "删除密钥 BANK_TOKEN？" })
    .getByRole("button", { name: "删除" })
    .click();
  await row.waitFor({ state: "detached" });
  expect((await server.api("GET", "/secrets")).items).toEqual([]);
});

it("a configuration is filled in as a form, read as JSON and stored whole", async () => {
  const { page } = desk;
  const stored = async () => (await server.api("GET", "/plugins/http")).settings;
  await page.goto("/plugins?plugin=http");
  const drawer = page.getByRole("dialog", { name: "HTTP" });
  const save = drawer.getByRole("button", { name: "保存配置" });
  expect(await save.isDisabled()).toBe(true);
  await drawer.getByLabel("放行的内网主机").fill("erp.internal:8080");
  await page.keyboard.press("Enter");
  await drawer.getByText("有未保存的改动").waitFor();
  await drawer.getByText("JSON", { exact: true }).click();
  await drawer.locator(".monaco-editor").getByText("erp.internal:8080").waitFor();
  await save.click();
  await drawer.getByText("有未保存的改动").waitFor({ state: "detached" });
  expect(await stored()).toEqual({
    enabled: true,
    config: { allowHosts: ["127.0.0.1", "erp.internal:8080"] },
  });
});
