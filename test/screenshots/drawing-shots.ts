/** The pages that admins draw on, as the administrator sees them. */
import type { Page } from "playwright-core";
import type { HouseKind, Shot } from "./shots.ts";

const admin = (
  house: HouseKind,
  name: string,
  path: string,
  act?: (page: Page) => Promise<unknown>,
): Shot => ({ name, house, path: () => path, asAdmin: true, ...(act ? { act } : {}) });

const tab = (name: RegExp) => (page: Page) => page.getByRole("tab", { name }).first().click();

async function tryRefund(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /试运行|Try it|Test run/ })
    .first()
    .click();
  const ticket = page.getByRole("region", { name: /试运行的工单|The ticket to try/ });
  await ticket.getByLabel(/标题|Subject/).fill("我的快递三天没更新了,帮我查一下物流");
  await ticket.getByRole("button", { name: /试运行|Try it|Test run/ }).click();
  await page.getByRole("region", { name: /结果|Outcome/ }).waitFor();
}

const busy: readonly Shot[] = [
  admin("busy", "overview", "/overview"),
  admin("busy", "workflows", "/workflows"),
  admin("busy", "workflow", "/workflows/returns"),
  admin("busy", "workflow-node", "/workflows/returns", (page) =>
    page.locator(".react-flow__node").nth(2).click(),
  ),
  admin("busy", "workflow-trial", "/workflows/intake", tryRefund),
  admin("busy", "workflow-json", "/workflows/intake", async (page) => {
    await tab(/JSON/)(page);
    await page.locator(".view-lines").waitFor();
  }),
  admin("busy", "workflow-history", "/workflows/intake", tab(/历史|Revisions/)),
  admin("busy", "classification", "/classification/default"),
  admin("busy", "sla", "/sla/default"),
  admin("busy", "calendars", "/calendars"),
  admin("busy", "calendar", "/calendars/finance"),
  admin("busy", "routing", "/routing/default"),
  admin("busy", "people", "/people"),
  admin("busy", "campaigns", "/campaigns"),
  admin("busy", "campaign", "/campaigns/double11-2026"),
  admin("busy", "segments", "/segments"),
  admin("busy", "segment", "/segments/vip"),
  admin("busy", "tasks", "/tasks?view=all"),
  admin("busy", "operations", "/operations"),
  admin("busy", "operations-runs", "/operations/runs", (page) =>
    page
      .getByRole("button", { name: /查看运行实例|Show the run/ })
      .first()
      .click(),
  ),
  admin("busy", "operations-jobs", "/operations/jobs"),
  admin("busy", "operations-timers", "/operations/timers"),
  admin("busy", "operations-hold", "/operations", (page) =>
    page.getByRole("button", { name: /暂停…|Hold…/ }).click(),
  ),
  admin("busy", "plugins", "/plugins"),
  admin("busy", "plugin", "/plugins?plugin=notify"),
  admin("busy", "plugin-secrets", "/plugins?plugin=notify", tab(/密钥|Secrets/)),
  admin("busy", "plugin-offers", "/plugins?plugin=logistics", tab(/提供什么|What it offers/)),
  admin("busy", "settings", "/settings"),
  admin("busy", "customer", "/customers/tb_2209871"),
];

const empty: readonly Shot[] = [
  "overview",
  "workflows",
  "classification",
  "sla",
  "calendars",
  "routing",
  "people",
  "campaigns",
  "segments",
  "tasks",
  "operations",
  "plugins",
  "settings",
].map((page) => admin("empty", `${page}-empty`, `/${page}`));

const overfull: readonly Shot[] = [
  admin("overfull", "overview-overfull", "/overview"),
  admin("overfull", "workflow-overfull", "/workflows/overfull"),
  admin("overfull", "classification-overfull", "/classification/overfull"),
  admin("overfull", "sla-overfull", "/sla/overfull"),
  admin("overfull", "routing-overfull", "/routing/overfull"),
  admin("overfull", "campaign-overfull", "/campaigns/overfull"),
  admin("overfull", "people-overfull", "/people"),
];

export const drawingShots: readonly Shot[] = [...busy, ...empty, ...overfull];
