/** A task of the week: an approval on an edge for refunds over ¥500, tried, published, and what runs already stays. */
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { centreOf, createHand } from "./clicks.ts";
import { type PageServer, startPageServer } from "./server.ts";
import { draftOf } from "./workflow-house.ts";

const ceiling = 8;

const payment = {
  kind: "workflow",
  key: "refund-pay",
  name: "退款打款",
  formatVersion: 1,
  spec: {
    nodes: [
      {
        id: "n1",
        type: "trigger",
        name: "退款工单",
        position: { x: 0, y: 0 },
        config: {
          on: "ticket.created",
          when: { fact: "ticket.text", operator: "containsText", value: "退款" },
        },
      },
      { id: "n2", type: "update", name: "去打款", position: { x: 520, y: 0 }, config: { stage: "待打款" } },
      { id: "n3", type: "wait", name: "等到账", position: { x: 800, y: 0 }, config: { for: "PT24H" } },
      { id: "n4", type: "end", name: "结束", position: { x: 1080, y: 0 }, config: {} },
    ],
    edges: [
      { id: "e1", source: "n1", sourcePort: "out", target: "n2" },
      { id: "e2", source: "n2", sourcePort: "out", target: "n3" },
      { id: "e3", source: "n3", sourcePort: "done", target: "n4" },
    ],
  },
};

const refund = (amount: number) => ({
  channel: "taobao",
  subject: "我要退款",
  customer: { id: `buyer-${amount}` },
  order: { id: `order-${amount}`, amount },
});

let server: PageServer;
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
  await server.api("POST", "/documents/import?publish=true", { documents: [payment] });
  desk = await openDesk(browser, server.origin, { width: 1600, height: 900 });
  await signInQuietly(desk);
});
afterAll(async () => {
  expect(desk?.complaints).toEqual([]);
  await desk?.close();
  await browser?.close();
  await server?.stop();
});

const runOf = async (id: string) => {
  const { runs } = await server.api("GET", `/tickets/${id}`);
  return runs.find(({ workflow }: { workflow: string }) => workflow === payment.key);
};

it(`takes at most ${ceiling} clicks; the tried path is lit and open runs keep their revision`, async () => {
  const before = await server.api("POST", "/tickets", refund(900));
  const { page } = desk;
  const hand = createHand(page);
  const canvas = page.getByRole("application", { name: "流程画布" });
  const card = (name: string): Locator => canvas.locator(".react-flow__node").filter({ hasText: name });
  const entry = (name: string): Locator =>
    page.getByRole("navigation", { name: "节点面板" }).getByRole("button", { name, exact: true });
  /** The middle of the line that leaves a port for a node, once it is stored. */
  const line = async (sourcePort: string, target: string) => {
    const ids = async () => {
      const { edges } = await draftOf(server, payment.key);
      return edges
        .filter((edge) => edge.target === target && edge.sourcePort === sourcePort)
        .map(({ id }) => id);
    };
    await expect.poll(async () => (await ids()).length).toBe(1);
    const path = canvas.locator(`.react-flow__edge[data-id="${(await ids())[0]}"] path`).first();
    return path.evaluate((element) => {
      const drawn = element as SVGPathElement;
      const { x, y } = drawn.getPointAtLength(drawn.getTotalLength() / 2);
      const at = new DOMPoint(x, y).matrixTransform(drawn.getScreenCTM() ?? undefined);
      return { x: at.x, y: at.y };
    });
  };
  await page.goto(`/workflows/${payment.key}`);
  await card("退款工单").waitFor();
  await page.waitForTimeout(500);

  // A decision on the line: over ¥500 or not.
  await hand.drag(await centreOf(entry("判断")), await line("out", "n2"));
  const inspector = page.getByRole("complementary", { name: "属性" });
  await hand.click(inspector.getByRole("combobox", { name: "事实" }));
  const offered = (text: string) => page.locator(".ant-select-item-option-active").filter({ hasText: text });
  await hand.type("订单金额");
  await offered("订单金额").waitFor();
  await hand.press("Enter");
  await card("订单金额 ≥").waitFor();
  await hand.press("Tab");
  await hand.type("大于");
  await offered(">").waitFor();
  await hand.press("Enter");
  await card("订单金额 >").waitFor();
  await hand.press("Tab");
  await hand.press("Control+a");
  await hand.type("500");
  await hand.press("Tab");
  await card("订单金额 > 500").waitFor();

  // The rest goes straight on; the approval stands on the line of what is over it.
  const port = card("判断").getByRole("button", { name: /出口“否则”/ });
  await hand.drag(await centreOf(port), await centreOf(card("去打款")));
  await hand.drag(await centreOf(entry("待办")), await line("b1", "n2"));
  await hand.click(inspector.getByRole("combobox", { name: "办理组" }));
  await hand.type("二线");
  await hand.press("Enter");

  await hand.click(page.getByRole("button", { name: "试运行" }).first());
  const trial = page.getByRole("region", { name: "试运行的工单" });
  await trial.getByLabel("标题").fill("我要退款");
  await trial.getByLabel("订单金额").fill("900");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("region", { name: "结果" }).waitFor();
  expect(await card("判断").locator("[data-trial]").first().getAttribute("data-trial")).toBe("passed");
  expect(await card("待办").locator("[data-trial]").first().getAttribute("data-trial")).toBe("waiting");
  expect(await card("去打款").locator("[data-trial]").first().getAttribute("data-trial")).toBe("none");

  await hand.click(page.getByRole("button", { name: "发布", exact: true }));
  const dialog = page.getByRole("dialog");
  await dialog
    .getByText(/1 个.*(运行|v1)/)
    .first()
    .waitFor();
  await hand.click(dialog.getByRole("button", { name: "发布", exact: true }));
  await page.getByText(/v2 · 已发布/).waitFor();
  expect(hand.clicks).toBeLessThanOrEqual(ceiling);

  expect(await runOf(before.id)).toMatchObject({ revision: 1, status: "active" });
  const after = await server.api("POST", "/tickets", refund(900));
  const cheap = await server.api("POST", "/tickets", refund(90));
  expect(await runOf(after.id)).toMatchObject({ revision: 2 });
  expect((await server.api("GET", `/tickets/${after.id}`)).tasks).toHaveLength(1);
  expect((await server.api("GET", `/tickets/${cheap.id}`)).stage).toBe("待打款");
});
