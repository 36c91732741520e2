import { expect, it } from "vitest";
import type { StandingState } from "../../../editor/campaign/standing.ts";
import { languageInstance } from "../../../messages/language.ts";
import { standingText } from "./standing-text.ts";

const zh = languageInstance("zh-CN").t;
const en = languageInstance("en").t;
const hour = 3_600_000;
const now = Date.parse("2026-11-11T00:00:00Z");

it.each<[StandingState, number, number, string, string]>([
  ["running", -hour, 2 * hour, "进行中 · 还剩 2 小时", "In force · 2 h left"],
  ["scheduled", 72 * hour, 90 * hour, "未开始 · 3 天后", "Not started · in 3 d"],
  ["over", -90 * hour, -48 * hour, "已结束 · 2 天前", "Over · 2 d ago"],
  ["draft", -hour, hour, "草稿 · 未发布", "Draft · not published"],
])("%s", (state, from, until, chinese, english) => {
  const standing = { state, span: { from: now + from, until: now + until }, phases: [] };
  expect(standingText(standing, now, zh)).toBe(chinese);
  expect(standingText(standing, now, en)).toBe(english);
});
