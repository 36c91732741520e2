import { expect, it } from "vitest";
import { type NotificationView, notificationReasons } from "../../client/types.ts";
import { createNames } from "../../explain/names.ts";
import { languageInstance } from "../../messages/language.ts";
import { notificationText } from "./notification-text.ts";

const t = languageInstance("zh-CN").t;
const context = {
  t,
  names: createNames({ pools: [{ key: "general", name: "公共池", size: 3 }] }, t, "zh-CN"),
};
const told = (reason: string, data: NotificationView["data"] = {}): string =>
  notificationText(
    {
      id: "n1",
      agent: "a1",
      ticket: "t1",
      ticketNumber: 7,
      subject: "发票",
      reason,
      data,
      createdAt: "2026-03-02T02:00:00Z",
    },
    context,
  );

it("says which clock and how late it is", () => {
  expect(told("sla-reminder", { metric: "firstResponse", card: "yellow" })).toBe("首次响应将到时限");
  expect(told("sla-reminder", { metric: "firstResponse", card: "red" })).toBe("首次响应已到时限");
  expect(told("escalation", { metric: "resolution", card: "red" })).toBe("已升级：解决已到时限");
});

it("names pools and tasks", () => {
  expect(told("pool-warning", { pool: "general" })).toBe("公共池里有工单等待过久");
  expect(told("task", { title: "收货质检" })).toBe("新待办「收货质检」");
});

it("has a text for every reason and hides none it does not know", () => {
  for (const reason of notificationReasons) expect(told(reason)).not.toContain("shell.bell");
  expect(told("something-new")).toBe("something-new");
});
