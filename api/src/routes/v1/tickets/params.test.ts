import type { FastifyRequest } from "fastify";
import { expect, test } from "vitest";
import type { Principal } from "../../../access/principal.ts";
import type { Role } from "../../../infra/roles.ts";
import { mayActForOthers, requireAgentId } from "./params.ts";

const by = (type: "user" | "key" | "bootstrap", role: Role, agentId: string | null) => {
  const principal: Principal = { type, id: "1", name: "wang", role, agentId, scopes: [], session: null };
  return { principal } as FastifyRequest;
};

test("agents act for themselves, leads and programs for whom they name", () => {
  const agent = by("user", "agent", "a1");
  expect(requireAgentId(agent, undefined)).toBe("a1");
  expect(requireAgentId(agent, "a1")).toBe("a1");
  expect(() => requireAgentId(agent, "a2")).toThrow(expect.objectContaining({ code: "auth.forbidden" }));
  expect(() => requireAgentId(by("user", "agent", null), "a2")).toThrow(
    expect.objectContaining({ code: "auth.forbidden" }),
  );
  expect(requireAgentId(by("user", "lead", "a1"), "a2")).toBe("a2");
  expect(requireAgentId(by("key", "agent", null), "a2")).toBe("a2");
});

test("who is no agent and names none is told so", () => {
  expect(() => requireAgentId(by("user", "admin", null), undefined)).toThrow(
    expect.objectContaining({ code: "auth.no-agent" }),
  );
  expect(mayActForOthers(by("user", "agent", "a1"))).toBe(false);
});
