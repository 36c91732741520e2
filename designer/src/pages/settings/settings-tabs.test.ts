import { expect, it } from "vitest";
import type { Role } from "../../client/types.ts";
import { accessTo, parseTab, settingsTabs, tabsFor } from "./settings-tabs.ts";

const me = (role: Role) => ({ id: "u", name: "u", role, agentId: null });

it("lets admins do all, publishers the data, everybody else read the data", () => {
  expect(tabsFor(me("admin"))).toEqual(settingsTabs);
  expect(tabsFor(me("publisher"))).toEqual(["fields", "categories", "shops", "channels", "workspace"]);
  expect(accessTo("fields", me("publisher"))).toBe("write");
  for (const role of ["viewer", "agent", "lead", "designer"] as const) {
    expect(accessTo("fields", me(role))).toBe("read");
    expect(accessTo("users", me(role))).toBe("none");
  }
  expect(accessTo("fields", null)).toBe("read");
});

it("knows its addresses", () => {
  expect(parseTab("keys")).toBe("keys");
  expect(parseTab("nonsense")).toBeUndefined();
});
