/** The pages about the house itself: its settings, its people, and what stands over every page. */
import type { Page } from "playwright-core";
import type { HouseKind, Shot } from "./shots.ts";

type Act = (page: Page) => Promise<unknown>;

const admin = (house: HouseKind, name: string, path: string, act?: Act): Shot => ({
  name,
  house,
  path: () => path,
  asAdmin: true,
  ...(act ? { act } : {}),
});

const press = (name: RegExp): Act => {
  return (page) => page.getByRole("button", { name }).first().click();
};

const settingsParts = ["categories", "shops", "channels", "workspace", "users", "keys", "audit"] as const;

const settings: readonly Shot[] = [
  ...settingsParts.map((part) => admin("busy", `settings-${part}`, `/settings/${part}`)),
  admin("busy", "settings-new-user", "/settings/users", press(/新用户|新建用户|New user|Add user/)),
  admin("busy", "settings-new-key", "/settings/keys", press(/新密钥|新建密钥|New key|Add key/)),
];

async function saveAgent(page: Page): Promise<void> {
  await page.getByPlaceholder(/搜索姓名|Search name/).fill("many-12");
  await page.locator("tbody th button").first().click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel(/姓名|Name/).pressSequentially(" 二");
  await drawer.getByRole("button", { name: /保存|Save/ }).click();
  await page.locator(".ant-message-notice").waitFor();
}

const people: readonly Shot[] = [
  admin("busy", "people-groups", "/people?tab=groups"),
  admin("busy", "people-skills", "/people?tab=skills"),
  admin("busy", "people-shifts", "/people?tab=shifts"),
  admin("busy", "people-agent", "/people", (page) => page.locator("tbody th button").first().click()),
  admin("busy", "people-hand-over", "/people", press(/交接|转交|Hand over/)),
  admin("overfull", "people-groups-overfull", "/people?tab=groups"),
  admin("overfull", "people-skills-overfull", "/people?tab=skills"),
  admin("overfull", "people-shifts-overfull", "/people?tab=shifts"),
  admin("overfull", "toast-overfull", "/people", saveAgent),
];

const search: Act = async (page) => {
  await page.keyboard.press("Control+k");
  await page.keyboard.type("退款");
  await page.waitForTimeout(800);
};

const overPages: readonly Shot[] = [
  { name: "notifications", house: "busy", path: () => "/tickets", act: press(/通知|Notifications/) },
  { name: "palette-search", house: "busy", path: () => "/tickets", act: search },
  { name: "person-menu", house: "busy", path: () => "/tickets", act: press(/的菜单|Menu of/) },
  {
    name: "ticket-assign",
    house: "busy",
    path: ({ refund }) => `/tickets/${refund}`,
    act: press(/分配给|Assign to/),
  },
  { name: "ticket-unknown", house: "busy", path: () => "/tickets/nothing" },
  admin("busy", "shortcuts", "/workflows/returns", (page) => page.keyboard.press("?")),
  admin("busy", "tasks-ended", "/tasks?view=ended"),
  admin("busy", "task-form", "/tasks?view=all", press(/需法务介入/)),
  admin("overfull", "tickets-overfull", "/tickets"),
  admin(
    "busy",
    "customer-overlong",
    "/customers/customer-with-a-very-long-identifier-0123456789-0123456789-0123456789",
  ),
];

export const houseShots: readonly Shot[] = [...settings, ...people, ...overPages];
