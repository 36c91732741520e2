import { expect, it } from "vitest";
import { toApiError } from "../../client/errors.ts";
import type { PluginView } from "../../client/plugins.ts";
import {
  configSchema,
  faceState,
  offersOf,
  parseConfig,
  refusedPlaces,
  schemaLines,
  secretCount,
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

it("knows which secrets are wanted and stored; any name is none", () => {
  expect(secretCount(plugin)).toEqual({ set: 0, all: 1 });
  expect(secretCount({ ...plugin, storedSecrets: ["TOKEN"] })).toEqual({ set: 1, all: 1 });
  expect(secretCount({ ...plugin, secrets: ["*"] })).toBeNull();
  expect(secretNames(plugin)).toEqual(["TOKEN", "OTHER"]);
});

it("names what it offers without empty kinds, and which circuits are open", () => {
  expect(offersOf(plugin)).toEqual([{ kind: "facts", labels: [{ zh: "库存", en: "Stock" }] }]);
  expect(withCircuit(plugin, "open")).toEqual(["erp.order@1"]);
});

it("makes one form of what several contributions read; what has a default is not asked for", () => {
  const shared = { type: "object", additionalProperties: false };
  const url = { type: "string" };
  const base = {
    ...shared,
    properties: { url, hosts: { type: "array", default: [] } },
    required: ["url", "hosts"],
  };
  const other = { ...shared, properties: { shop: { type: "string" } } };
  expect(configSchema([base, other])).toEqual({
    type: "object",
    properties: {
      url: { type: "string", "x-common": true },
      hosts: { type: "array", default: [], "x-common": true },
      shop: { type: "string", "x-common": true },
    },
    required: ["url"],
  });
  expect(configSchema([])).toBeNull();
  expect(configSchema([{ type: "object", properties: {} }])).toBeNull();
});

it("takes JSON objects only", () => {
  expect(parseConfig('{"a":1}')).toEqual({ a: 1 });
  expect([parseConfig("[1]"), parseConfig("{"), parseConfig("null")]).toEqual([null, null, null]);
});

it("finds the places of a refused configuration in it", () => {
  const message = { zh: "太大", en: "too large" };
  const errors = ["/config/smtp/port", "/config", "/configuration", "/enabled"].map((path) => ({
    ...{ path, code: "schema.range", message },
  }));
  const refused = toApiError(422, { code: "plugin.config-invalid", errors }, "zh-CN");
  expect(refusedPlaces(refused)).toEqual([
    { path: "/smtp/port", message: "太大", severity: "error" },
    { path: "", message: "太大", severity: "error" },
  ]);
  expect(refusedPlaces(new Error("no answer"))).toEqual([]);
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
