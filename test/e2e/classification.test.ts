/** Rules as cards: adding a word, trying and publishing it; why; back from a bad rule; moving; two thousand rules. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { barriers } from "./barriers.ts";
import { type Desk, openBrowser, openDesk, signInQuietly } from "./browser.ts";
import { createHand } from "./clicks.ts";
import { createTicket } from "./house.ts";
import { type PageServer, startPageServer } from "./server.ts";

let server: PageServer;
let browser: Browser;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  server = await startPageServer();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  desk = await openDesk(browser, server.origin);
  await signInQuietly(desk);
  page = desk.page;
});
afterEach(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

const address = "/documents/classification/default";
const draft = () => server.api("GET", `${address}/draft`);
const draftIds = async (): Promise<string[]> =>
  (await draft()).spec.rules.map(({ id }: { id: string }) => id);
const standing = () => server.api("GET", address);
const ticketNow = (id: string) => server.api("GET", `/tickets/${id}`);

/** Publishes what `change` makes of the live rules; answers the revision. */
// biome-ignore lint/suspicious/noExplicitAny: a document of any shape
async function publish(change: (spec: any) => void): Promise<number> {
  const { live } = await standing();
  change(live.spec);
  await server.api("POST", "/documents/import?publish=true", { documents: [live] });
  return (await standing()).liveRevision;
}

const card = (name: string): Locator => page.getByRole("article", { name: new RegExp(`：${name}$`) });
const toggleOf = (name: string): Locator => card(name).locator("[data-toggle]");
const tryBox = () => page.getByRole("complementary", { name: "试一试" });

describe("task 1: a word is added, tried and published", () => {
  it("takes at most six clicks, and the next ticket comes out as the try-it said", async () => {
    await createTicket(server, { subject: "收到的是扁包裹", body: "" });
    const hand = createHand(page);
    await page.goto("/classification");
    await hand.click(page.getByRole("textbox", { name: /找规则/ }));
    await hand.type("少发漏发");
    await hand.click(toggleOf("少发漏发"));
    await hand.type("扁包裹");
    await hand.press("Enter");
    await hand.click(tryBox().getByRole("textbox", { name: "标题" }));
    await hand.type("收到扁包裹一个，给我退款");
    await tryBox().locator("mark", { hasText: "扁包裹" }).waitFor();
    await card("少发漏发").and(page.locator('[data-state="matched"]')).waitFor();
    const outcome = tryBox().getByRole("region", { name: "结果" });
    await outcome.getByText("少发漏发", { exact: true }).first().waitFor();
    const said = await outcome.textContent();
    await page.getByText("已保存").waitFor();
    await hand.click(page.getByRole("button", { name: "发布", exact: true }));
    const dialog = page.getByRole("dialog");
    await dialog.getByText("收到的是扁包裹").waitFor();
    await hand.click(dialog.getByRole("button", { name: "发布", exact: true }));
    await page.getByText(/v2/).first().waitFor();
    expect(hand.clicks).toBeLessThanOrEqual(6);

    await expect.poll(async () => (await standing()).liveRevision).toBe(2);
    const next = await createTicket(server, { subject: "收到扁包裹一个，给我退款", body: "" });
    const { tags, priority } = await ticketNow(next.id);
    expect(tags).toContain("少发漏发");
    for (const word of [priority, ...tags]) expect(said).toContain(word);
  });
});

describe("task 3: why this priority", () => {
  it("is told in at most three clicks: rule, revision, values, losing rules and why not another", async () => {
    const ticket = await createTicket(server, { subject: "三天了还没发货，不退款我就打12315" });
    const hand = createHand(page);
    await page.goto(`/tickets/${ticket.id}`);
    const line = page.getByText(/规则《12315 热线》v\d+ 给出/).first();
    await line.waitFor();
    await hand.click(line.locator("xpath=ancestor-or-self::p").getByRole("button", { name: "为什么" }));
    await page
      .getByText(/优先级没有采用：以《12315 热线》为准/)
      .first()
      .waitFor();
    await hand.click(page.getByRole("button", { name: "其他规则为什么没命中" }));
    const others = page.getByRole("list", { name: "没有命中的规则" });
    await hand.click(page.getByRole("textbox", { name: "按名称找规则" }));
    await hand.type("律师");
    await others
      .getByRole("listitem")
      .filter({ hasText: "律师与起诉" })
      .getByText(/不含 律师/)
      .waitFor();
    expect(hand.clicks).toBeLessThanOrEqual(3);
  });
});

describe("task 9: a bad rule", () => {
  it("is rolled back in three clicks, and what it touched is classified again in two", async () => {
    const good = (await standing()).liveRevision;
    const bad = await publish((spec) => {
      spec.rules.unshift({
        id: "bad",
        name: "坏规则",
        when: { fact: "ticket.text", operator: "containsAnyText", value: ["快递"] },
        then: { category: "complaints.injury", priority: "P0", addTags: ["误判"] },
      });
    });
    const ticket = await createTicket(server, { subject: "快递几天没更新了", body: "" });
    expect(await ticketNow(ticket.id)).toMatchObject({ priority: "P0", category: "complaints.injury" });

    const hand = createHand(page);
    await page.goto("/classification/default");
    await hand.click(page.getByRole("tab", { name: "历史" }));
    const row = page.getByRole("listitem").filter({ has: page.getByText(`v${good}`, { exact: true }) });
    await hand.click(row.getByRole("button", { name: /回滚/ }));
    await hand.click(page.getByRole("dialog").getByRole("button", { name: /回滚/ }));
    const offer = page.getByRole("alert").filter({ hasText: `v${bad} 分过` });
    await offer.waitFor();
    expect(hand.clicks).toBeLessThanOrEqual(3);
    await hand.click(offer.getByRole("button", { name: "重新分类它分过的工单" }));
    await page.getByText("重新分类完成：1 张").waitFor();
    expect(hand.clicks).toBeLessThanOrEqual(5);

    await expect.poll(async () => (await ticketNow(ticket.id)).priority).not.toBe("P0");
    const after = await ticketNow(ticket.id);
    expect(after.category).toMatch(/^logistics\./);
    expect(after.tags).not.toContain("误判");
  });
});

describe("the order of rules", () => {
  const handle = (id: string) => page.locator(`[data-handle="${id}"]`);

  it("is changed with keys, and undone", async () => {
    await page.goto("/classification/default");
    await handle("injury").focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(async () => (await draftIds()).slice(0, 2)).toEqual(["injury", "allergy"]);
    await page.getByRole("status").filter({ hasText: "规则《人身伤害》现在排第 1" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await draftIds()).slice(0, 2)).toEqual(["allergy", "injury"]);
  });

  it("is changed by dragging", async () => {
    await page.goto("/classification/default");
    const from = await handle("allergy").boundingBox();
    const to = await handle("regulator-hotline").boundingBox();
    if (!from || !to) throw new Error("the handles are not in sight");
    await page.mouse.move(from.x + 5, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 5, from.y + 30, { steps: 4 });
    await page.mouse.move(to.x + 5, to.y + 10, { steps: 12 });
    await page.mouse.up();
    await expect
      .poll(async () => (await draftIds()).slice(0, 4))
      .toEqual(["injury", "fire", "regulator-hotline", "allergy"]);
    await page.getByRole("button", { name: "撤销" }).first().click();
    await expect.poll(async () => (await draftIds())[0]).toBe("allergy");
  });
});

describe("rules by hand", () => {
  it("are added in one line, copied, switched off and deleted with the way back", async () => {
    await page.goto("/classification/default");
    await page.getByRole("textbox", { name: "规则名称" }).fill("开箱异味");
    await page.getByRole("textbox", { name: /关键词，用顿号/ }).fill("刺鼻，呛人");
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await draft()).spec.rules.at(-1))
      .toMatchObject({
        name: "开箱异味",
        when: { value: ["刺鼻", "呛人"] },
        then: { addTags: ["开箱异味"] },
      });
    await page.getByRole("button", { name: "规则《开箱异味》的更多操作" }).click();
    await page.getByRole("menuitem", { name: "复制一条" }).click();
    await expect.poll(async () => (await draft()).spec.rules.at(-1).name).toBe("开箱异味 副本");
    await page.getByRole("switch", { name: "启用规则《开箱异味 副本》" }).click();
    await expect.poll(async () => (await draft()).spec.rules.at(-1).enabled).toBe(false);
    await page.getByRole("button", { name: "规则《开箱异味 副本》的更多操作" }).click();
    await page.getByRole("menuitem", { name: "删除" }).click();
    await expect.poll(async () => (await draft()).spec.rules.at(-1).name).toBe("开箱异味");
    await page
      .getByText("已删除规则《开箱异味 副本》")
      .locator("xpath=..")
      .getByRole("button", { name: "撤销" })
      .click();
    await expect.poll(async () => (await draft()).spec.rules.at(-1).name).toBe("开箱异味 副本");
  });
});

describe("two thousand rules", () => {
  it("scroll to the last and are tried, only those in sight being there", async () => {
    const rules = Array.from({ length: 2_000 }, (_, index) => ({
      id: `r-${index}`,
      name: `规则 ${index}`,
      when: {
        fact: "ticket.text",
        operator: "containsAnyText",
        value: [`词${1_000 + index}`, `話${1_000 + index}`],
      },
      then: { addTags: [`标签${index % 50}`] },
    }));
    const document = {
      kind: "classification",
      key: "many",
      name: "两千条",
      formatVersion: 1,
      spec: { rules },
    };
    await server.api("POST", "/documents/import", { documents: [document] });
    await page.goto("/classification");
    await page.getByRole("link", { name: "两千条" }).click();
    await page.getByText("2000 条规则").waitFor();
    const list = page.getByRole("region", { name: "规则，按顺序判断" });
    await list.focus();
    await page.keyboard.press("End");
    await page.getByRole("article", { name: /^兜底/ }).waitFor();
    await toggleOf("规则 1999").waitFor();
    expect(await page.getByRole("article").count()).toBeLessThan(60);
    await tryBox().getByRole("textbox", { name: "内容" }).fill("我说的话2999，你听见了吗");
    await card("规则 1999").and(page.locator('[data-state="matched"]')).waitFor();
    await page.getByText("命中 1", { exact: true }).click();
    await page.getByText("1 / 2000 条").waitFor();
  });
});

describe.each(["light", "dark"] as const)("axe, %s", (theme) => {
  it("finds nothing serious on cards, an open rule and a tried ticket", async () => {
    const other = await openDesk(browser, server.origin, { theme });
    await signInQuietly(other);
    await other.page.goto("/classification/default");
    await other.page.getByRole("textbox", { name: "内容" }).fill("收到空包，我要退款");
    await other.page.getByText("命中 ", { exact: false }).first().waitFor();
    await other.page.locator('[data-toggle="injury"]').click();
    await other.page.waitForTimeout(300);
    expect(await barriers(other.page)).toEqual([]);
    expect(other.complaints).toEqual([]);
    await other.close();
  });
});
