import { expect, it } from "vitest";
import { keyState, scopeList, toNewKey } from "./key-form.ts";

const now = Date.parse("2026-03-02T10:00:00Z");

it("asks for a key with its end as an instant", () => {
  const form = { name: " erp ", role: "agent", lifetime: "30" } as const;
  expect(toNewKey(form, now)).toEqual({
    ...{ name: "erp", role: "agent", scopes: [], expiresAt: "2026-04-01T10:00:00.000Z" },
  });
  expect(toNewKey({ ...form, lifetime: "never" }, now).expiresAt).toBeNull();
});

it("offers only scopes that the api takes", () => {
  for (const scope of scopeList) expect(scope).toMatch(/^(?:[a-z][a-z-]*|\*):(?:read|write)$/);
});

it("says how a key stands: revoked goes before expired", () => {
  const at = (expiresAt: string | null, revokedAt: string | null = null) =>
    keyState({ expiresAt, revokedAt }, now);
  expect(at(null)).toBe("active");
  expect(at("2026-03-02T10:00:00Z")).toBe("expired");
  expect(at("2027-01-01T00:00:00Z", "2026-01-01T00:00:00Z")).toBe("revoked");
});
