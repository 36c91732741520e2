import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { catalog, nodeKinds } from "@sluice/engine";
import { type Json, parseValue } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { createNames } from "../explain/names.ts";
import { languageInstance } from "../messages/language.ts";
import { nodeParts, nodeWords, startConfig } from "./node-parts.ts";
import type { WordsContext } from "./words.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const everything = catalog();

function contextIn(language: "zh-CN" | "en"): WordsContext {
  const { t } = languageInstance(language);
  const groups = [{ key: "warehouse", label: { zh: "仓库组", en: "Warehouse" } }];
  return {
    t,
    language,
    names: createNames({ groups, catalog: everything }, t, language),
    catalog: everything,
    condition: () => "C",
    document: (_, key) => `《${key}》`,
  };
}

const zh = contextIn("zh-CN");
const say = (type: string, config: Record<string, Json>, context = zh) =>
  nodeWords({ type, config }, context);
const when = { fact: "ticket.priority", operator: "equal", value: "P0" };

it("has a part for each folder, and each folder is a kind", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...nodeParts.keys()].sort());
  for (const kind of nodeParts.keys()) expect([...nodeKinds.keys()]).toContain(kind);
});

describe.each(everything.nodeKinds.map((definition) => [definition.kind, definition] as const))(
  "%s",
  (_, definition) => {
    it("says something in both languages, for a fresh node and for its example", () => {
      for (const context of [zh, contextIn("en")]) {
        const configs = [startConfig(definition, context.t), nodeKinds.get(definition.kind)?.example ?? {}];
        for (const config of configs) {
          const words = nodeWords({ type: definition.kind, config: config as Record<string, Json> }, context);
          expect(words).not.toBe("");
          expect(words).not.toMatch(/workflow\.words|undefined|\{\{/);
        }
      }
    });

    it("begins with a config that its schema takes, where the kind can know one", () => {
      const parsed = parseValue(definition.config, startConfig(definition, zh.t));
      // Which action or workflow to call is a person's to say.
      expect(parsed.ok).toBe(definition.kind !== "action" && definition.kind !== "subflow");
    });
  },
);

it.each([
  ["trigger", { on: "ticket.updated", when }, "工单变更，且C"],
  ["trigger", { on: "ticket.created", when: { all: [] } }, "工单创建"],
  ["trigger", { on: "schedule", cron: "0 9 * * *" }, "按 0 9 * * *（工作区时区）"],
  [
    "branch",
    {
      branches: [
        { id: "a", name: "大额", when },
        { id: "b", name: "b", when },
      ],
    },
    "C → 大额；另有 1 路",
  ],
  [
    "update",
    { stage: "待仓库收货", addTags: ["退换货"], status: "open" },
    "状态改为处理中，环节改为“待仓库收货”，加标签 退换货",
  ],
  ["update", {}, "还没有设定要改什么"],
  ["reply", { text: "订单\n{{ order.id }} 已发货" }, "“订单 ‹订单号› 已发货”"],
  [
    "task",
    {
      title: "x",
      group: "warehouse",
      due: "P2D",
      outcomes: [
        { id: "ok", name: "合格" },
        { id: "bad", name: "不合格" },
      ],
    },
    "交给仓库组，2 个工作日内：合格 / 不合格",
  ],
  ["wait", { for: "PT2H", calendar: "online" }, "等 2 小时（工作时间）"],
  ["wait", { event: "ticket.messageReceived", timeout: "PT30M" }, "等收到消息，最多 30 分"],
  ["classify", { ruleset: "default" }, "按《《default》》打标签、定类目和优先级"],
  ["action", { action: "", version: "1" }, "还没有选动作"],
  [
    "parallel",
    {
      branches: [
        { id: "a", name: "仓库" },
        { id: "b", name: "财务" },
      ],
    },
    "同时进行：仓库 / 财务",
  ],
  ["join", {}, "等各路到齐"],
  ["join", { wait: "any" }, "等任意一路"],
  ["join", { wait: 2 }, "等 2 路到达"],
  ["foreach", { items: "{{ ticket.tags }}", concurrency: 3 }, "对‹标签›的每一项，同时 3 项"],
  ["subflow", { workflow: "approval" }, "运行《《approval》》，等它结束"],
  ["script", { code: "// 算一半\n\nreturn input.a / 2;" }, "return input.a / 2;"],
  [
    "survey",
    { text: "x {{ survey.link }}", question: "满意吗？", expires: "PT2H" },
    "问客户“满意吗？”，2 小时内有效",
  ],
  ["teleport", {}, "teleport"],
])("%s %j: %s", (type, config, words) => {
  expect(say(type, config as Record<string, Json>)).toBe(words);
});

it("survives any JSON in a config", () => {
  for (const definition of everything.nodeKinds)
    for (const odd of [null, 7, "x", [], [null], { id: 1 }] as Json[]) {
      const names = Object.keys((definition.config as { properties?: object }).properties ?? {});
      const config = Object.fromEntries(names.map((name) => [name, odd]));
      expect(typeof say(definition.kind, config)).toBe("string");
    }
});
