import { type Condition, type Settings, slaMetrics } from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CheckOptions, checkConditions } from "./check.ts";
import type { Segments } from "./condition-compiler.ts";
import { compileConditions } from "./conditions.ts";
import { builtInFacts } from "./facts/built-in.ts";
import { createFactCatalog } from "./facts/catalog.ts";
import { conditionWithSegments, testCalendars } from "./testing.ts";

const settings: Settings = {
  workspace: { name: "店", timezone: "Asia/Shanghai", closedFinalDays: 14 },
  fields: [{ key: "platformDue", type: "instant", label: { zh: "平台时限", en: "Platform due" } }],
  categories: [{ id: "aftersales.return", label: { zh: "退货", en: "Return" } }],
  channels: [{ key: "taobao", label: { zh: "淘宝", en: "Taobao" }, kind: "chat" }],
  shops: [],
};
const catalog = createFactCatalog({
  settings,
  pluginFacts: [{ id: "erp.level", label: { zh: "等级", en: "Level" }, type: "number", group: "erp" }],
  variables: { track: { type: "object" }, n: { type: "number" } },
});
const check = (when: unknown, options: Partial<CheckOptions> = {}) =>
  checkConditions(when, { catalog, ...options }).map(({ path, code }) => `${path} ${code}`);
const leaf = (fact: string, operator: string, value: unknown, more: object = {}) => ({
  fact,
  operator,
  value,
  ...more,
});

describe("createFactCatalog", () => {
  it("knows built-in, field, variable and plugin facts", () => {
    expect(catalog.get("ticket.fields.platformDue")?.type).toBe("instant");
    expect(catalog.get("vars.track")?.group).toBe("vars");
    expect(catalog.isFetched("erp.level")).toBe(true);
    expect(catalog.isFetched("ticket.text")).toBe(false);
    expect(catalog.get("ticket.channel")?.options).toEqual([
      { value: "taobao", label: { zh: "淘宝", en: "Taobao" } },
    ]);
    expect(catalog.get("sla.firstResponse.remainingMinutes")?.type).toBe("number");
    expect(catalog.get("constructor")).toBeUndefined();
  });

  it("has every built-in fact once, labelled in both languages", () => {
    expect(new Set(builtInFacts.map(({ id }) => id)).size).toBe(builtInFacts.length);
    for (const { label } of builtInFacts) expect(label.zh !== "" && label.en !== "").toBe(true);
  });
});

describe("segments", () => {
  const big = { any: Array.from({ length: 2_000 }, (_, i) => leaf("ticket.text", "containsText", `词${i}`)) };
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, i) => [
        `s${i}`,
        i + 1 < length ? { condition: `s${i + 1}` } : leaf("ticket.id", "equal", "a"),
      ]),
    );

  it("are looked at once, however many conditions name them", () => {
    let read = 0;
    const counted = new Proxy(big, {
      get: (target, key) => {
        if (key === "any") read += 1;
        return Reflect.get(target, key);
      },
    });
    const segments = { big: counted } as unknown as Segments;
    const rule = (i: number) => ({
      all: [{ condition: "big" }, leaf("ticket.text", "containsText", `字${i}`)],
    });
    for (let i = 0; i < 100; i += 1) expect(check(rule(i), { segments })).toEqual([]);
    expect(check({ any: Array.from({ length: 5_000 }, () => ({ condition: "big" })) }, { segments })).toEqual(
      [" condition.too-many"],
    );
    expect(read).toBeLessThan(20);
  });

  it("are refused where they refer to each other too deeply to be compiled, however long the chain", () => {
    for (const length of [64, 65, 20_000]) {
      const segments = chain(length) as unknown as Segments;
      const refused = check({ condition: "s0" }, { segments });
      expect(refused).toEqual(length > 64 ? [" condition.too-deep"] : []);
      const compiles = () => compileConditions({ condition: "s0" }, { segments });
      if (length > 64) expect(compiles).toThrow();
      else expect(compiles).not.toThrow();
    }
  });

  it("that are not well formed count as one leaf: their own document is refused", () => {
    for (const bad of [null, "x", [], { all: null }, { any: [null] }, { not: 1 }, { fact: 1 }])
      expect(
        check(
          { any: [{ condition: "bad" }, leaf("ticket.id", "equal", "a")] },
          { segments: { bad: bad as never } },
        ),
      ).toEqual([]);
  });
});

describe("builtInFacts", () => {
  it("are those of the contract", () => {
    const contract = {
      ticket:
        "id number channel shop subject body text priority status stage category tags language createdAt messageCount reopenCount transferCount",
      customer: "id name tier annualSpend tags openTickets",
      order: "id amount status trackingNo",
      message: "author public text",
      agent: "id groups",
      event: "type actor changes",
      time: "hour weekday date",
      campaign: "active",
    };
    const plain = Object.entries(contract).flatMap(([group, names]) =>
      names.split(" ").map((name) => `${group}.${name}`),
    );
    const sla = slaMetrics.flatMap((metric) => [`sla.${metric}.state`, `sla.${metric}.remainingMinutes`]);
    expect(builtInFacts.map(({ id }) => id).toSorted()).toEqual([...plain, ...sla].toSorted());
  });
});

describe("checkConditions", () => {
  it.each([
    leaf("ticket.channel", "in", ["taobao", "jd"]),
    leaf("ticket.text", "containsAnyText", ["退款"]),
    leaf("customer.tags", "someFact:startsWith", "vip"),
    leaf("customer.tags", "not:contains", "vip"),
    leaf("order.amount", "between", [1, 2]),
    leaf("ticket.createdAt", "withinLast", "PT1H"),
    leaf("ticket.fields.platformDue", "before", "2026-11-11T00:00:00Z"),
    leaf("vars.track", "equal", "signed", { path: "$.status" }),
    leaf("erp.level", "greaterThan", { fact: "vars.n" }),
    leaf("ticket.stage", "equal", null),
    leaf("ticket.text", "someValue:containsText", ["a", "b"]),
    { any: [{ condition: "vip" }, leaf("time.hour", "greaterThanInclusive", 22)] },
  ])("accepts %j", (when) => {
    expect(check(when, { segments: { vip: leaf("customer.tier", "equal", "vip") as Condition } })).toEqual(
      [],
    );
  });

  it.each<[unknown, string]>([
    [{ any: [] }, "/any condition.empty-list"],
    [leaf("ticket.color", "equal", "red"), "/fact condition.unknown-fact"],
    [{ all: [leaf("ticket.text", "equal", { fact: "nope" })] }, "/all/0/value/fact condition.unknown-fact"],
    [leaf("ticket.text", "like", "x"), "/operator condition.unknown-operator"],
    [leaf("order.amount", "containsText", "x"), "/operator condition.operator-misfit"],
    [leaf("ticket.tags", "equal", "x"), "/operator condition.operator-misfit"],
    [leaf("ticket.text", "someFact:equal", "x"), "/operator condition.operator-misfit"],
    [leaf("ticket.text", "containsAnyText", "x"), "/value condition.value"],
    [leaf("ticket.text", "containsAnyText", []), "/value condition.value"],
    [leaf("ticket.text", "containsText", ""), "/value condition.value"],
    [leaf("order.amount", "lessThan", "10"), "/value condition.value"],
    [leaf("order.amount", "equal", "10"), "/value condition.value"],
    [leaf("ticket.tags", "intersects", ["a", 1]), "/value condition.value"],
    [leaf("ticket.text", "someValue:containsText", "a"), "/value condition.value"],
    [leaf("ticket.createdAt", "before", "yesterday"), "/value condition.value"],
    [leaf("ticket.createdAt", "withinLast", "P1DT"), "/value condition.value"],
    [leaf("ticket.createdAt", "withinLast", "P"), "/value condition.value"],
    [leaf("order.amount", "between", ["2026-11-11T00:00:00Z", 2]), "/value condition.value"],
    [leaf("ticket.createdAt", "withinLast", "1 hour"), "/value condition.value"],
    [leaf("ticket.text", "matches", "(a"), "/value condition.pattern"],
    [leaf("ticket.createdAt", "withinCalendar", "nobody"), "/value reference.missing"],
    [{ not: { condition: "nobody" } }, "/not/condition condition.unknown-segment"],
    [{ condition: "a" }, "/condition condition.segment-cycle"],
  ])("refuses %j: %s", (when, expected) => {
    const segments = { a: { condition: "b" }, b: { all: [{ condition: "a" }] } };
    expect(check(when, { segments, calendars: testCalendars })).toEqual([expected]);
  });

  it("keeps tiers from what changes by itself, also inside segments", () => {
    const segments = {
      night: leaf("time.hour", "greaterThan", 22) as Condition,
      deep: { not: { condition: "night" } },
    };
    const tier = (when: unknown) => check(when, { segments, place: "sla-tier", path: "/spec/tiers/0/when" });
    expect(tier(leaf("agent.id", "isPresent", true))).toEqual([
      "/spec/tiers/0/when/fact condition.fact-not-allowed",
    ]);
    expect(tier(leaf("sla.firstResponse.state", "equal", "running"))).toHaveLength(1);
    expect(tier({ condition: "deep" })).toEqual(["/spec/tiers/0/when/condition condition.fact-not-allowed"]);
    expect(check({ condition: "deep" }, { segments, place: "routing" })).toEqual([]);
  });

  it("refuses what would be too large with its segments", () => {
    const twice = (key: string): Condition => ({ all: [{ condition: key }, { condition: key }] });
    const segments = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `s${index}`,
        index === 0 ? (leaf("ticket.text", "isPresent", true) as Condition) : twice(`s${index - 1}`),
      ]),
    );
    expect(check({ condition: "s29" }, { segments })).toEqual([" condition.too-many"]);
  });

  it("accepts nothing that does not compile", () => {
    const loose = createFactCatalog({
      pluginFacts: ["vars.x", "toString"].map((id) => ({
        id,
        label: { zh: id, en: id },
        type: "any",
        group: "x",
      })),
    });
    let accepted = 0;
    fc.assert(
      fc.property(conditionWithSegments, ({ when, segments }) => {
        if (checkConditions(when, { catalog: loose, segments, calendars: testCalendars }).length > 0) return;
        accepted += 1;
        compileConditions(when, { segments, calendars: testCalendars });
      }),
      { numRuns: 3_000 },
    );
    expect(accepted).toBeGreaterThan(50);
  });

  it("answers problems for any JSON, never throws", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(Array.isArray(check(value))).toBe(true);
      }),
    );
  });
});
