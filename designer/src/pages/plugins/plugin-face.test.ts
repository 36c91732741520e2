import { expect, it } from "vitest";
import type { PluginView } from "../../client/plugins.ts";
import {
  configSchema,
  faceState,
  missingSecrets,
  offersOf,
  parseConfig,
  schemaLines,
  secretNames,
  withCircuit,
} from "./plugin-face.ts";

const figures = { running: 0, queued: 0, succeeded: 1, failed: 5, totalMs: 9 };
const plugin: PluginView = {
  id: "erp",
  specifier: "/data/plugins/erp",
  plugin: "erp",
  label: { zh: "ERP", en: "ERP" },
  actions: [],
  facts: [{ id: "erp.stock", label: { zh: "库存", en: "Stock" } }],
  state: "ready",
  running: 0,
  restarts: 0,
  fault: null,
  enabled: true,
  settings: { enabled: true, config: {} },
  secrets: ["TOKEN", "*"],
  storedSecrets: ["OTHER"],
  figures: {
    "erp.order@1": { ...figures, circuit: "open" },
    "erp.stock@1": { ...figures, circuit: "closed" },
  },
};

it("a fault comes before being off, being off before its process", () => {
  const off = { ...plugin, settings: { enabled: false, config: {} } };
  expect([plugin, off, { ...off, fault: "no such file" }].map(faceState)).toEqual(["ready", "off", "fault"]);
  expect(faceState({ ...off, plugin: null, state: "starting" })).toBe("starting");
});

it("knows which secrets are wanted, stored and missing; any name is none", () => {
  expect(missingSecrets(plugin)).toEqual(["TOKEN"]);
  expect(secretNames(plugin)).toEqual(["TOKEN", "OTHER"]);
});

it("names what it offers without empty kinds, and which circuits are open", () => {
  expect(offersOf(plugin)).toEqual([{ kind: "facts", labels: [{ zh: "库存", en: "Stock" }] }]);
  expect(withCircuit(plugin, "open")).toEqual(["erp.order@1"]);
});

it("makes one form of what several contributions read", () => {
  const base = {
    type: "object",
    properties: { url: { type: "string" } },
    required: ["url"],
    additionalProperties: false,
  };
  const other = { type: "object", properties: { shop: { type: "string" } } };
  expect(configSchema([base, other])).toEqual({
    type: "object",
    properties: { url: { type: "string" }, shop: { type: "string" } },
    required: ["url"],
  });
  expect(configSchema([])).toBeNull();
  expect(configSchema([{ type: "object", properties: {} }])).toBeNull();
});

it("takes JSON objects only", () => {
  expect(parseConfig('{"a":1}')).toEqual({ a: 1 });
  expect([parseConfig("[1]"), parseConfig("{"), parseConfig("null")]).toEqual([null, null, null]);
});

it("lists the properties of a schema with their types", () => {
  const lines = schemaLines({
    type: "object",
    properties: {
      no: { type: "string" },
      how: { enum: ["a", "b"] },
      n: { anyOf: [{ type: "null" }, { type: "number" }] },
    },
    required: ["no"],
  });
  expect(lines.map(({ name, type, required }) => [name, type, required])).toEqual([
    ["no", "string", true],
    ["how", "a | b", false],
    ["n", "null | number", false],
  ]);
  expect(schemaLines({ type: "string" })).toEqual([]);
});
