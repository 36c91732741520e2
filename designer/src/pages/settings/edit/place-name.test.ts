import { expect, it } from "vitest";
import { languageInstance } from "../../../messages/language.ts";
import { clashName, placeName } from "./place-name.ts";
import { settingLines } from "./setting-lines.ts";

const { t } = languageInstance("zh-CN");
const fields = [{ key: "refund", label: { zh: "退款金额", en: "Refund" }, type: "number" }];

it("names a place by its item and what of it", () => {
  expect(placeName(fields, "/0/label/zh", t, "zh-CN")).toBe("退款金额 · 中文名");
  expect(placeName(fields, "/0", t, "zh-CN")).toBe("退款金额");
  expect(placeName({ timezone: "UTC" }, "/timezone", t, "zh-CN")).toBe("时区");
  expect(placeName(fields, "/0/options/3/label", t, "en")).toContain("Refund · ");
});

it("names a clash by the item's key, also when the item is gone", () => {
  expect(clashName(fields, [], "/[refund]/type", t, "zh-CN")).toBe("退款金额 · 类型");
  expect(clashName([], fields, "/[refund]", t, "zh-CN")).toBe("退款金额");
  expect(clashName([], [], "/[lost]/type", t, "zh-CN")).toBe("lost · 类型");
  expect(clashName(fields, fields, "/[]", t, "zh-CN")).toBe("顺序");
});

it("tells an item that came by its key, not by its text", () => {
  const added = { key: "risk", label: { zh: "风险", en: "Risk" }, type: "text" };
  const lines = settingLines(fields, [...fields, added], t, "zh-CN");
  expect(lines).toMatchObject([{ op: "add", place: "风险", to: "risk" }]);
});
