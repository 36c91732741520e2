import { expect, it } from "vitest";
import { languageInstance } from "../../messages/language.ts";
import { dueFace } from "./due-face.ts";

const now = Date.parse("2026-03-02T10:00:00Z");
const { t } = languageInstance("zh-CN");
const at = (dueAt: string | null) => dueFace(dueAt, now, t);

it("says what is left, and marks what is soon and what is over", () => {
  expect(at("2026-03-02T13:05:00Z")).toEqual({ text: "剩 3 小时 5 分", tone: "calm" });
  expect(at("2026-03-02T10:59:00Z")).toEqual({ text: "剩 59 分", tone: "soon" });
  expect(at("2026-03-02T09:50:00Z")).toEqual({ text: "已逾期 10 分", tone: "overdue" });
});

it("says nothing of a task without an end", () => expect(at(null)).toBeNull());
