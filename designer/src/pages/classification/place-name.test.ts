import type { SluiceDocument } from "@sluice/schemas";
import { expect, it } from "vitest";
import { languageInstance } from "../../messages/language.ts";
import { classificationPlace } from "./place-name.ts";

const { t } = languageInstance("zh-CN");
const document: SluiceDocument<"classification"> = {
  kind: "classification",
  key: "default",
  name: "default",
  formatVersion: 1,
  spec: { rules: [{ id: "refund", name: "退换货", when: { condition: "vip" }, then: {} }] },
};

it.each([
  ["/spec/rules/0/when/all/1/value", "规则《退换货》 · 条件"],
  ["/spec/rules/0/then/category", "规则《退换货》 · 结果"],
  ["/spec/rules/0/activeUntil", "规则《退换货》 · 有效期"],
  ["/spec/rules/0", "规则《退换货》"],
  ["/spec/otherwise/category", "兜底"],
  ["/spec/mode", "判断方式"],
  ["/spec/rules/7", ""],
  ["/name", ""],
])("%s is called %s", (path, name) => {
  expect(classificationPlace(document, path, t)).toBe(name);
});
