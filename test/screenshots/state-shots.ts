/** Pages that admins draw on in their other states: publishing, comparing, trying, a clash, a fault, far away. */
import type { Page, Route } from "playwright-core";
import type { HouseKind, Shot } from "./shots.ts";

type Act = (page: Page) => Promise<unknown>;
// biome-ignore lint/suspicious/noExplicitAny: a document of any kind, changed where it is known
type Change = (document: any) => void;

const admin = (house: HouseKind, name: string, path: string, act: Act): Shot => ({
  name,
  house,
  path: () => path,
  asAdmin: true,
  act,
});

const press = (page: Page, name: RegExp) => page.getByRole("button", { name }).first().click();

/** The page opens with a draft that nobody stored, so that the pictures after it are of the same house. */
async function openChanged(page: Page, change: Change): Promise<void> {
  const changed = async (route: Route) => {
    if (route.request().method() !== "GET") return route.fallback();
    const response = await route.fetch();
    const document = await response.json();
    change(document);
    return route.fulfill({ response, json: document });
  };
  await page.route(/\/documents\/[^/]+\/[^/]+\/draft$/, changed);
  await page.reload();
  await page.getByRole("toolbar").first().waitFor();
  await page.waitForTimeout(800);
  await page.unroute(/\/documents\/[^/]+\/[^/]+\/draft$/, changed);
}

const publish =
  (change: Change): Act =>
  async (page) => {
    await openChanged(page, change);
    await press(page, /^(发布|Publish)$/);
    await page.getByRole("dialog").waitFor();
    await page.waitForTimeout(1_500);
  };

const compare: Act = async (page) => {
  await openChanged(page, (document) => {
    document.description = "客服把环节改为“退货申请”后查物流。";
    document.spec.nodes[1].name = "等仓库收货";
    document.spec.nodes.pop();
    const ids = document.spec.nodes.map(({ id }: { id: string }) => id);
    document.spec.edges = document.spec.edges.filter(({ target }: { target: string }) =>
      ids.includes(target),
    );
  });
  await page.getByRole("tab", { name: /历史|Revisions/ }).click();
  await page.waitForTimeout(800);
};

/** Somebody else stored a draft in between. */
const clash: Act = async (page) => {
  const theirs = async (route: Route) => {
    if (route.request().method() === "PUT")
      return route.fulfill({ status: 412, json: { code: "draft.stale", title: "", detail: "" } });
    const response = await route.fetch();
    const document = await response.json();
    return route.fulfill({ response, json: { ...document, description: "写在另一台电脑上的用途" } });
  };
  await page.route(/\/draft$/, theirs);
  await page.getByRole("textbox", { name: /用途|Purpose/ }).fill("写在这台电脑上的用途");
  await press(page, /处理冲突|Resolve|conflict/i);
  await page.getByRole("dialog").waitFor();
  await page.unroute(/\/draft$/, theirs);
};

const fault: Act = async (page) => {
  const broken = (route: Route) => route.fulfill({ status: 500, json: { code: "internal", title: "" } });
  await page.route(/\/api\/v1\/documents/, broken);
  await page.reload();
  await page.waitForTimeout(5_000);
  await page.unroute(/\/api\/v1\/documents/, broken);
};

const tryRoute: Act = async (page) => {
  await page
    .getByRole("toolbar")
    .getByRole("button", { name: /试一张|Try/ })
    .click();
  await page.getByRole("textbox", { name: /标题|Subject/ }).fill("客服态度太差，我要投诉到 12315");
  await page.getByRole("button", { name: /^(试运行|Test run|Try it)$/ }).click();
  await page.getByRole("region", { name: /结果|Outcome/ }).waitFor();
};

const tryRules: Act = async (page) => {
  await page.getByPlaceholder(/标题，|Subject, /).fill("收到的是空包，我要退款");
  await page.waitForTimeout(1_200);
};

const scrollEnd =
  (part: string): Act =>
  (page) =>
    page
      .locator(part)
      .first()
      .evaluate((element) => {
        for (let at: Element | null = element; at; at = at.parentElement)
          if (/auto|scroll/.test(getComputedStyle(at).overflowY)) at.scrollTo(0, 10_000);
      });

const zoomOut =
  (times: number): Act =>
  async (page) => {
    for (let turn = 0; turn < times; turn += 1) await press(page, /^(缩小|Zoom out)/);
    await page.waitForTimeout(400);
  };

const removeNode: Act = async (page) => {
  await openChanged(page, (document) => {
    document.spec.edges.pop();
    document.spec.nodes[1].config.ruleset = "gone";
  });
  await page.getByRole("tab", { name: /问题|Problems/ }).click();
};

const rename: Change = (document) => {
  document.description = `${document.description ?? ""}（修订）`;
};

export const stateShots: readonly Shot[] = [
  admin("busy", "workflow-publish", "/workflows/returns", publish(rename)),
  admin("busy", "workflow-compare", "/workflows/returns", compare),
  admin("busy", "workflow-problems", "/workflows/intake", removeNode),
  admin("busy", "workflow-clash", "/workflows/intake", clash),
  admin("busy", "workflow-far", "/workflows/returns", zoomOut(2)),
  admin(
    "busy",
    "classification-publish",
    "/classification/default",
    publish((document) => {
      document.spec.rules[9].enabled = false;
      document.spec.rules[20].then.priority = "P1";
    }),
  ),
  admin("busy", "classification-try", "/classification/default", tryRules),
  admin("busy", "classification-rule", "/classification/default", (page) =>
    page.locator("button[data-toggle]").nth(2).click(),
  ),
  admin(
    "busy",
    "sla-publish",
    "/sla/default",
    publish((document) => {
      document.spec.tiers.at(-1).targets.P2.resolution = "PT20H";
    }),
  ),
  admin("busy", "sla-end", "/sla/default", scrollEnd("section")),
  admin(
    "busy",
    "calendar-publish",
    "/calendars/finance",
    publish((document) => {
      document.description = "财务：周一到周五，午休一小时";
    }),
  ),
  admin("busy", "calendar-day", "/calendars/finance", (page) =>
    page.locator('button[data-date="2026-03-18"]').click(),
  ),
  admin("busy", "routing-try", "/routing/default", tryRoute),
  admin("busy", "routing-end", "/routing/default", scrollEnd("section")),
  admin("busy", "campaign-targets", "/campaigns/double11-2026", (page) =>
    page.locator("table").first().scrollIntoViewIfNeeded(),
  ),
  admin("busy", "campaign-start", "/campaigns", (page) => press(page, /启动「积压应急」|积压应急/)),
  admin("busy", "segments-fault", "/segments", fault),
  admin("overfull", "workflow-overfull-name", "/workflows/overfull", zoomOut(3)),
  admin("overfull", "workflow-overfull-block", "/workflows/overfull", zoomOut(6)),
];
