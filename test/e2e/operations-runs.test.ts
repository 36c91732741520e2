/** Operators and many things at once: incidents settled by the server, runs moved to another revision, a webhook's run ended. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type Sink, startSink } from "../support/sink.ts";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createTicket } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let sink: Sink;
let browser: Browser;
let desk: Desk;

const node = (id: string, type: string, name: string, config: object) => ({
  ...{ id, type, name, config },
  position: { x: 0, y: 0 },
});
const edge = (id: string, source: string, sourcePort: string, target: string) => ({
  ...{ id, source, sourcePort, target },
});
const call = () => ({
  ...{ action: "http.request", version: "1", retry: { maxAttempts: 1 } },
  input: { method: "POST", url: `${sink.origin}/pay` },
});
const workflow = (key: string, name: string, nodes: object[], edges: object[]) => ({
  ...{ kind: "workflow", key, name, formatVersion: 1 },
  spec: { nodes, edges },
});
const onTicket = {
  on: "ticket.created",
  when: { fact: "ticket.channel", operator: "equal", value: "web" },
};

const payment = () =>
  workflow(
    "pay-out",
    "打款",
    [node("n1", "trigger", "新工单", onTicket), node("n2", "action", "请求打款", call())],
    [edge("e1", "n1", "out", "n2")],
  );
const asking = (waitingOn: string) =>
  workflow(
    "ask",
    "回访",
    [node("n1", "trigger", "新工单", onTicket), node(waitingOn, "wait", `等${waitingOn}`, { event: "go" })],
    [edge("e1", "n1", "out", waitingOn)],
  );
const hook = () =>
  workflow(
    "hook",
    "外部通知",
    [
      node("n1", "trigger", "收到通知", { on: "webhook", path: "shipped" }),
      node("n2", "wait", "等回音", { for: "PT24H" }),
    ],
    [edge("e1", "n1", "out", "n2")],
  );

const publish = (documents: readonly object[]) =>
  server.api("POST", "/documents/import?publish=true", { documents });

beforeAll(async () => {
  sink = await startSink();
  server = await startPageServer();
  browser = await openBrowser();
  await server.api("PUT", "/plugins/http", { enabled: true, config: { allowHosts: ["127.0.0.1"] } });
  await publish([payment(), asking("ask"), hook()]);
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

it("incidents are chosen and retried by the server, whatever their number", async () => {
  const { page } = desk;
  sink.answer("/pay", { status: 422, body: {} });
  for (const subject of ["一", "二", "三"]) await createTicket(server, { channel: "web", subject });
  await expect.poll(async () => (await server.api("GET", "/incidents")).items.length).toBe(3);
  await page.goto("/operations/incidents?workflow=pay-out");
  const row = page.getByRole("row").filter({ hasText: "二" });
  await row.getByText("请求打款").waitFor();
  await row.getByText("打款", { exact: true }).waitFor();
  await page.getByRole("checkbox", { name: "选择全部" }).check();
  sink.answer("/pay", { status: 200, body: {} });
  await page.getByRole("button", { name: "重试" }).first().click();
  await page.getByRole("dialog", { name: "重试 3 个异常？" }).getByRole("button", { name: "重试" }).click();
  await page.getByText("已重试 3 个").waitFor();
  await page.getByRole("heading", { name: "没有符合条件的异常" }).waitFor();
  const { items } = await server.api("GET", "/incidents/bulk");
  expect(items).toMatchObject([{ do: "retry", total: 3, done: 3, failed: 0, status: "done" }]);
});

it("open runs move to another revision once every node on which they stand has a place", async () => {
  const { page } = desk;
  await publish([asking("asking")]);
  await page.goto("/operations/runs?workflow=ask");
  await page.getByRole("button", { name: "换版本…" }).click();
  const dialog = page.getByRole("dialog", { name: "把进行中的实例换到另一版" });
  await dialog.getByText("3 个实例，其中 0 个可以直接移动").waitFor();
  await dialog.getByText("新版里没有这个节点").waitFor();
  const move = dialog.getByRole("button", { name: "移动 3 个" });
  expect(await move.isDisabled()).toBe(true);
  await dialog.getByRole("combobox", { name: "新版里的去处: ask" }).fill("asking");
  await page.keyboard.press("Enter");
  await dialog.getByText("3 个实例，其中 3 个可以直接移动").waitFor();
  await move.click();
  await dialog.getByText("已移动 3 个实例").waitFor();
  const { items } = await server.api("GET", "/runs?workflow=ask&status=active");
  expect(items.map(({ revision }: { revision: number }) => revision)).toEqual([2, 2, 2]);
});

it("a run without a ticket is cancelled from its drawer", async () => {
  const { page } = desk;
  const { items: hooks } = await server.api("GET", "/webhooks");
  const url = new URL(hooks[0].url, server.origin);
  await fetch(`${server.origin}${url.pathname}?token=${hooks[0].token}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  await page.goto("/operations/runs?workflow=hook");
  await page.getByRole("button", { name: "查看运行实例：外部通知" }).click();
  const drawer = page.getByRole("dialog", { name: /外部通知/ });
  await drawer.getByText("没有工单").waitFor();
  await drawer.getByRole("button", { name: "取消运行" }).click();
  await page
    .getByRole("dialog", { name: "取消这次运行？" })
    .getByRole("button", { name: "取消运行" })
    .click();
  await page.getByText("已取消运行").waitFor();
  expect((await server.api("GET", "/runs?workflow=hook")).items).toMatchObject([{ status: "cancelled" }]);
});
