import { describe, expect, it } from "vitest";
import { keyFor } from "./new-key.ts";
import { readBundle } from "./read-bundle.ts";
import { referrerOf } from "./use-remove.tsx";

describe("a proposed key", () => {
  it("is the name's Latin letters, else the kind with a number; never one that is taken", () => {
    expect(keyFor("VIP Customers!", "segment", new Set())).toBe("vip-customers");
    expect(keyFor("贵宾", "segment", new Set())).toBe("segment-1");
    expect(keyFor("贵宾", "segment", new Set(["segment-1", "segment-2"]))).toBe("segment-3");
    expect(keyFor("vip", "segment", new Set(["vip"]))).toBe("vip-2");
    expect(keyFor("VIP 客户", "segment", new Set())).toBe("vip");
    expect(keyFor("x".repeat(200), "segment", new Set())).toMatch(/^[a-z0-9][a-z0-9-]{0,62}$/);
  });
});

describe("an imported text", () => {
  it("is one document, a list, or an exported bundle", () => {
    expect(readBundle('{"kind":"segment"}')).toEqual({ ok: true, documents: [{ kind: "segment" }] });
    expect(readBundle('[{"a":1},{"b":2}]')).toEqual({ ok: true, documents: [{ a: 1 }, { b: 2 }] });
    expect(readBundle('{"documents":[{"a":1}]}')).toEqual({ ok: true, documents: [{ a: 1 }] });
    expect(readBundle("{")).toMatchObject({ ok: false });
  });
});

describe("who refers to a document", () => {
  it("is read from the refusal", () => {
    const problem = { path: "/spec", code: "resource.in-use", message: "sla:default refers to it" };
    expect(referrerOf(problem)).toEqual({ kind: "sla", key: "default" });
    expect(referrerOf({ ...problem, message: "group x refers to it" })).toBeUndefined();
  });
});
