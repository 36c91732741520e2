import type { SluiceDocument } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import { type CellAddress, cellView } from "../../../editor/sla/cells.ts";
import { languageInstance } from "../../../messages/language.ts";
import { toCalendars } from "../calendars.ts";
import { slaPlaceName } from "../place-name.ts";
import { addressText, cellFace, type FaceContext } from "./cell-face.ts";
import { problemsByCell } from "./find-problems.ts";
import { shortTarget } from "./short-target.ts";

const { documents } = ecommerceStarter;
const starter = documents.find((document): document is SluiceDocument<"sla"> => document.kind === "sla");
if (!starter) throw new Error("the starter pack has no policy");
const { t } = languageInstance("zh-CN");
const context: FaceContext = {
  spec: starter.spec,
  calendars: toCalendars(documents, "全天候 24×7"),
  t,
  factName: () => "平台处理截止时间",
  at: Date.parse("2026-03-02T10:00:00+08:00"),
};
const face = (
  tier: string,
  column: CellAddress["column"],
  metric: CellAddress["metric"],
  given = context,
) => {
  const row = given.spec.tiers.findIndex(({ id }) => id === tier);
  return cellFace({ tier, column, metric }, cellView(given.spec, row, column, metric), given);
};

describe("the face of a cell", () => {
  it("says both readings of what it holds", () => {
    expect(face("standard", "P2", "resolution")).toEqual({
      short: "24 小时",
      value: "24 小时 = 1.5 个工作日（在线客服）",
      notes: [],
    });
    expect(face("invoice", "P2", "resolution").value).toBe("3 个工作日 = 24 小时（财务）");
  });

  it("says what is inherited, how it is scaled, and who would say otherwise", () => {
    expect(face("vip", "P2", "firstResponse")).toEqual({
      short: "15 分",
      value: "15 分 · 按在线客服",
      notes: ["「VIP 减半」× 0.5 自「标准」30 分", "同时符合「电话回拨、邮件」的工单按那一级"],
    });
    expect(face("chat", "P2", "firstResponse").notes).toEqual(["本等级「每级」列：30 秒"]);
  });

  it("names factors, facts and what has no clock", () => {
    expect(face("vip", "*", "resolution")).toMatchObject({ short: "×0.5", value: "下方等级的时限 × 0.5" });
    expect(face("platform", "*", "platformDue").value).toBe("平台截止时间：平台处理截止时间");
    expect(face("standard", "P2", "assignment")).toMatchObject({ short: "", value: "不计时" });
  });

  it("says that a cell below an unconditional one is never used, and that a factor beside a target is dead", () => {
    const late = {
      id: "late",
      targets: { P2: { resolution: "PT1H" }, "*": { resolution: "PT2H" } },
      scale: { resolution: 2 },
    };
    const given = { ...context, spec: { ...starter.spec, tiers: [...starter.spec.tiers, late] } };
    expect(face("late", "P2", "resolution", given).notes).toEqual([
      "用不到：上方的「标准」无条件并已写了这一格",
    ]);
    expect(face("late", "*", "resolution", given).notes).toEqual(["本级已写时限，系数 × 2 不起作用"]);
  });

  it("keeps a text that cannot be used as it is written", () => {
    const tiers = [{ id: "a", targets: { P0: { resolution: "PT0S" } } }];
    expect(face("a", "P0", "resolution", { ...context, spec: { ...starter.spec, tiers } }).value).toContain(
      "0 秒",
    );
  });
});

it.each([
  ["PT30S", "30 秒"],
  ["PT90S", "90 秒"],
  ["PT30M", "30 分"],
  ["PT2H30M", "2.5 小时"],
  ["PT7M30S", "7.5 分"],
  ["PT36H", "36 小时"],
  ["P3D", "3 工作日"],
  ["PT1H7M", "67 分"],
  ["later", "later"],
])("%s is short as %s", (iso, short) => expect(shortTarget(iso, t)).toBe(short));

it("problems are found by their cell and named by it", () => {
  const path = "/spec/tiers/6/targets/P2/resolution";
  const message = { zh: "太短", en: "too short" };
  const finding = { path, code: "sla.zero-target", message, severity: "error" } as const;
  const problems = problemsByCell([finding, { ...finding, path: "/spec/reminders/0/at" }], "zh-CN");
  expect(problems(6, { column: "P2", metric: "resolution" })).toBe("太短");
  expect(problems(6, { column: "P1", metric: "resolution" })).toBeUndefined();
  expect(slaPlaceName(starter, path, t)).toBe("标准 · P2 · 解决");
  expect(slaPlaceName(starter, "/spec/tiers/2/when", t)).toBe("VIP 减半");
  expect(slaPlaceName(starter, "/spec/reminders/0/at", t)).toBe("");
  expect(addressText({ tier: "vip", column: "*", metric: "resolution" }, starter.spec, t)).toBe(
    "VIP 减半 · 每级 · 解决",
  );
});
