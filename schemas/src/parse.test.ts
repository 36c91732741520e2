import { describe, expect, it } from "vitest";
import { documentSchemas } from "./documents/document.ts";
import { conditionsOf, isTooDeep, maxJsonDepth, parseDocument, parseValue } from "./parse.ts";
import { Agent } from "./people.ts";
import { Duration, Instant } from "./primitives.ts";
import { TicketInput } from "./ticket.ts";

const leaf = { fact: "ticket.channel", operator: "equal", value: "jd" };
const segment = { kind: "segment", key: "jd", name: "京东", formatVersion: 1, spec: { when: leaf } };

function faults(input: unknown): [string, string][] {
  const parsed = parseDocument(input);
  return parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code]);
}

function nestedArray(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

describe("parseDocument", () => {
  it("answers the very input, without defaults filled in", () => {
    const parsed = parseDocument(segment);
    expect(parsed.ok && parsed.value).toBe(segment);
  });

  it.each([null, undefined, 1, "x", [], {}, { kind: "toString" }, { kind: "__proto__" }])(
    "refuses %j as an unknown kind",
    (input) => {
      expect(faults(input)).toEqual([["/kind", "document.kind"]]);
    },
  );

  it.each([
    ["a newer format", { formatVersion: 2 }, "/formatVersion", "document.version"],
    ["a bad key", { key: "Äpfel" }, "/key", "schema.pattern"],
    ["an empty name", { name: "" }, "/name", "schema.length"],
    ["a long name", { name: "x".repeat(201) }, "/name", "schema.length"],
    ["a name of the wrong type", { name: 1 }, "/name", "schema.type"],
    ["a version out of range", { formatVersion: 0 }, "/formatVersion", "schema.range"],
    ["an unknown property", { author: "x" }, "/author", "schema.unknown-property"],
    ["a spec of the wrong type", { spec: [] }, "/spec", "schema.type"],
    ["a fault in a condition", { spec: { when: { any: [] } } }, "/spec/when/any", "condition.empty-list"],
  ])("refuses %s, with its path", (_name, change, path, code) => {
    expect(faults({ ...segment, ...change })).toContainEqual([path, code]);
  });

  it("names every missing property", () => {
    const parsed = parseDocument({ kind: "segment" });
    const messages = parsed.ok ? [] : parsed.problems.map(({ message }) => message.en);
    expect(messages).toEqual(
      expect.arrayContaining(["key is required", "name is required", "spec is required"]),
    );
  });

  it("refuses an own __proto__ and keeps the prototype clean", () => {
    const hostile: unknown = JSON.parse(
      JSON.stringify(segment).replace('"spec"', '"__proto__":{"x":1},"spec"'),
    );
    expect(faults(hostile)).toContainEqual(["/__proto__", "schema.unknown-property"]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it.each(["spec", "name"])("refuses hostile nesting under %s without crashing", (property) => {
    const codes = faults({ ...segment, [property]: nestedArray(100_000) }).map(([, code]) => code);
    expect(codes).toEqual(["schema.too-deep"]);
  });

  it("refuses a wrong choice once, at the union and not in its branches", () => {
    const sla = {
      kind: "sla",
      key: "default",
      name: "x",
      formatVersion: 1,
      spec: { calendar: "24x7", stopsOn: "robot", tiers: [{ id: "a" }] },
    };
    expect(faults(sla)).toEqual([["/spec/stopsOn", "schema.choice"]]);
  });

  it("refuses days of more intervals than half hours", () => {
    const hours = (count: number) => Array.from({ length: count }, () => ["09:00", "09:01"]);
    const calendar = (mon: unknown, special: unknown) => ({
      kind: "calendar",
      key: "shop",
      name: "x",
      formatVersion: 1,
      spec: { timezone: "UTC", hours: { mon }, dates: { "2026-11-11": { hours: special } } },
    });
    expect(faults(calendar(hours(48), hours(48)))).toEqual([]);
    expect(faults(calendar(hours(49), hours(720)))).toEqual([
      ["/spec/hours/mon", "schema.length"],
      ["/spec/dates/2026-11-11/hours", "schema.length"],
    ]);
  });

  it("checks conditions inside node configs and their branches", () => {
    const workflow = {
      kind: "workflow",
      key: "w",
      name: "x",
      formatVersion: 1,
      spec: {
        nodes: [
          { id: "a", type: "trigger", config: { on: "manual", when: { all: [] } } },
          { id: "b", type: "branch", config: { branches: [{ id: "x", name: "x", when: {} }] } },
          { id: "c", type: "wait", config: { when: null } },
        ],
        edges: [],
      },
    };
    expect(faults(workflow)).toEqual([
      ["/spec/nodes/0/config/when/all", "condition.empty-list"],
      ["/spec/nodes/1/config/branches/0/when", "condition.empty"],
    ]);
  });
});

describe("parseValue", () => {
  it.each(["PT30M", "P2D", "P1DT12H", "PT0.5S", "P1W"])("takes the duration %s", (text) => {
    expect(parseValue(Duration, text).ok).toBe(true);
  });

  it.each(["", "P", "PT", "P1Y", "P1M", "30m", "-PT1M", "P1DT"])("refuses the duration %j", (text) => {
    expect(parseValue(Duration, text).ok).toBe(false);
  });

  it.each([
    ["2026-11-10T20:00:00+08:00", true],
    ["2026-11-10T12:00Z", true],
    ["2026-11-10T20:00:00", false],
    ["2026-11-10", false],
  ])("an instant needs its offset: %s", (text, ok) => {
    expect(parseValue(Instant, text).ok).toBe(ok);
  });

  it("answers several faults of a ticket at once", () => {
    const parsed = parseValue(TicketInput, { subject: 1, customer: { id: "" }, priority: "P9", extra: 1 });
    const found = parsed.ok ? [] : parsed.problems.map(({ path, code }) => `${path} ${code}`);
    expect(found).toEqual(
      expect.arrayContaining([
        " schema.required",
        "/subject schema.type",
        "/customer/id schema.length",
        "/priority schema.choice",
        "/extra schema.unknown-property",
      ]),
    );
  });

  it("escapes JSON pointers", () => {
    const parsed = parseValue(TicketInput, {
      channel: "jd",
      subject: "x",
      customer: { id: "c" },
      "a/b~c": 1,
    });
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(["/a~1b~0c"]);
  });

  it("holds skill levels to 1–5", () => {
    const agent = {
      id: "a",
      name: "a",
      groups: [],
      capacity: { chat: 1, ticket: 1 },
      skills: { returns: 6 },
    };
    const parsed = parseValue(Agent, agent);
    expect(parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code])).toEqual([
      ["/skills/returns", "schema.range"],
    ]);
  });
});

describe("isTooDeep", () => {
  it("draws the line exactly", () => {
    expect(isTooDeep(nestedArray(maxJsonDepth))).toBe(false);
    expect(isTooDeep(nestedArray(maxJsonDepth + 1))).toBe(true);
  });
});

describe("conditionsOf", () => {
  it("finds every place of a document", () => {
    const routing = {
      spec: {
        routes: [
          { id: "a", when: leaf, steps: [] },
          { id: "b", steps: [] },
          { id: "c", when: leaf },
        ],
      },
    };
    const places = conditionsOf(documentSchemas.routing, routing).map(({ path }) => path);
    expect(places).toEqual(["/spec/routes/0/when", "/spec/routes/2/when"]);
  });
});

it("an object with many unknown properties is refused, each by its name", () => {
  const extra = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`x${index}`, index]));
  const parsed = parseValue(TicketInput, { channel: "web", subject: "x", customer: { id: "c" }, ...extra });
  expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path).sort()).toEqual(
    Object.keys(extra)
      .map((name) => `/${name}`)
      .sort(),
  );
});
