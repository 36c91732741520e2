import type { RoutingStep } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import type { Command } from "../command.ts";
import { createEditSession } from "../edit-session.ts";
import { setCountsAsLoad, setFallback, setOnOffline } from "./policy-commands.ts";
import { addPool, removePool, renamePool, setPool } from "./pool-commands.ts";
import {
  addRoute,
  duplicateRoute,
  moveRoute,
  removeRoute,
  renameRoute,
  setRouteWhen,
} from "./route-commands.ts";
import type { RoutingDocument } from "./routes.ts";
import { addStep, moveStep, removeStep, setStep, setTimeoutOf } from "./step-commands.ts";

const sticky: RoutingStep = { sticky: "P7D" };
const senior: RoutingStep = { group: "senior", timeout: "PT5M" };
const pool: RoutingStep = { pool: "general" };

const policy: RoutingDocument = {
  kind: "routing",
  key: "default",
  name: "default",
  formatVersion: 1,
  spec: {
    routes: [
      { id: "returns", name: "退换货", steps: [sticky, senior, pool] },
      { id: "rapid", steps: [{ group: "rapid" }] },
    ],
    fallback: { pool: "general" },
    pools: { general: {}, overflow: { warnAfter: "PT15M" } },
  },
};

/** What is left of the policy after the commands, and why the last was refused. */
function after(...commands: readonly Command<"routing">[]) {
  const session = createEditSession(policy);
  const outcomes = commands.map((command) => session.execute(command));
  const last = outcomes.at(-1);
  return {
    spec: session.getState().document.spec,
    refused: last?.done === false ? last.refusal.reason.key.replace("routing.refusals.", "") : undefined,
    path: last?.done === false ? last.refusal.path : undefined,
    entries: session.getState().history.entries.length,
  };
}

const stepsOf = ({ spec }: ReturnType<typeof after>, route: string) =>
  spec.routes.find(({ id }) => id === route)?.steps;

describe("routes", () => {
  it("are added, copied, moved, renamed and removed", () => {
    const added = after(
      addRoute({ id: "vip", steps: [pool] }, 0),
      duplicateRoute("returns", { id: "copy", name: "c" }),
    );
    expect(added.spec.routes.map(({ id }) => id)).toEqual(["vip", "returns", "copy", "rapid"]);
    expect(stepsOf(added, "copy")).toEqual([sticky, senior, pool]);
    expect(after(moveRoute("rapid", 0)).spec.routes.map(({ id }) => id)).toEqual(["rapid", "returns"]);
    expect(after(removeRoute("returns")).spec.routes.map(({ id }) => id)).toEqual(["rapid"]);
    const when = { fact: "ticket.channel", operator: "equal", value: "jd" };
    const written = after(renameRoute("rapid", "快"), setRouteWhen("rapid", when)).spec.routes[1];
    expect(written).toMatchObject({ name: "快", when });
    expect(
      after(setRouteWhen("rapid", when), setRouteWhen("rapid", undefined)).spec.routes[1],
    ).not.toHaveProperty("when");
  });

  it("typing a name is one step of the history", () => {
    expect(after(renameRoute("rapid", "快"), renameRoute("rapid", "快速")).entries).toBe(1);
  });

  it("refuse what is gone, doubled, or leads nowhere", () => {
    expect(after(moveRoute("gone", 0)).refused).toBe("noRoute");
    expect(after(addRoute({ id: "rapid", steps: [pool] }, 0)).refused).toBe("sameRoute");
    expect(after(addRoute({ id: "x", steps: [{ pool: "nowhere" }] }, 0)).refused).toBe("noPool");
  });
});

describe("steps", () => {
  it("are added where they make sense; a pool can only be the last", () => {
    expect(
      stepsOf(after(addStep({ route: "returns", at: 1 }, { group: "a", timeout: "PT1M" })), "returns"),
    ).toHaveLength(4);
    expect(after(addStep({ route: "returns", at: 1 }, pool))).toMatchObject({
      refused: "poolNotLast",
      path: "/spec/routes/0/steps/1",
    });
    expect(after(addStep({ route: "returns", at: 3 }, sticky)).refused).toBe("poolNotLast");
    expect(after(moveStep({ route: "returns", at: 2 }, { route: "returns", at: 0 })).refused).toBe(
      "poolNotLast",
    );
  });

  it("give a group that waited without limit a limit once something follows it", () => {
    expect(stepsOf(after(addStep({ route: "rapid", at: 1 }, pool)), "rapid")).toEqual([
      { group: "rapid", timeout: "PT10M" },
      pool,
    ]);
    expect(after(setTimeoutOf({ route: "returns", at: 1 }, undefined)).refused).toBe("neverReached");
    expect(stepsOf(after(setTimeoutOf({ route: "rapid", at: 0 }, "PT3M")), "rapid")).toEqual([
      { group: "rapid", timeout: "PT3M" },
    ]);
  });

  it("move within a lane and to another; the last one of a lane stays", () => {
    expect(
      stepsOf(after(moveStep({ route: "returns", at: 0 }, { route: "returns", at: 1 })), "returns"),
    ).toEqual([senior, sticky, pool]);
    const across = after(moveStep({ route: "returns", at: 1 }, { route: "rapid", at: 0 }));
    expect([stepsOf(across, "returns"), stepsOf(across, "rapid")]).toEqual([
      [sticky, pool],
      [senior, { group: "rapid" }],
    ]);
    expect(across.entries).toBe(1);
    expect(after(removeStep({ route: "rapid", at: 0 })).refused).toBe("lastStep");
    expect(after(moveStep({ route: "rapid", at: 0 }, { route: "returns", at: 0 })).refused).toBe("lastStep");
  });

  it("refuse unknown pools, no group, a skill twice, and no time at all", () => {
    const at = { route: "returns", at: 1 };
    expect(after(setStep(at, { pool: "nowhere" })).refused).toBe("noPool");
    expect(after(setStep(at, { group: "" })).refused).toBe("noGroup");
    const twice = [{ skill: "x" }, { skill: "x", level: 2 }];
    expect(after(setStep(at, { ...senior, skills: twice })).refused).toBe("sameSkill");
    expect(after(setStep(at, { ...senior, timeout: "PT0S" })).refused).toBe("span");
    expect(after(setStep({ route: "returns", at: 7 }, senior)).refused).toBe("noStep");
  });

  it("let a lane that made no sense be mended step by step", () => {
    const broken: RoutingDocument = structuredClone(policy);
    (broken.spec.routes[0] as { steps: RoutingStep[] }).steps = [pool, senior, pool];
    const session = createEditSession(broken);
    expect(session.execute(setTimeoutOf({ route: "returns", at: 1 }, "PT1M"))).toEqual({ done: true });
    expect(session.execute(removeStep({ route: "returns", at: 0 }))).toEqual({ done: true });
  });
});

describe("pools", () => {
  it("are not removed while something leads there, and it says what", () => {
    expect(after(removePool("general"))).toMatchObject({ refused: "poolIsFallback", path: "/spec/fallback" });
    expect(after(setFallback("overflow"), removePool("general"))).toMatchObject({
      refused: "poolUsed",
      path: "/spec/routes/0/steps/2",
    });
    expect(Object.keys(after(removePool("overflow")).spec.pools)).toEqual(["general"]);
  });

  it("are added, renamed and changed by their rules", () => {
    expect(after(addPool("night", {})).spec.pools).toHaveProperty("night");
    expect(after(addPool("general", {})).refused).toBe("samePool");
    expect(after(addPool("Nacht!", {})).refused).toBe("poolKey");
    expect(after(renamePool("overflow", "溢出")).spec.pools.overflow?.name).toBe("溢出");
    expect(after(setPool("overflow", { groups: [] })).refused).toBe("noClaimers");
    expect(after(setPool("overflow", { warnAfter: "PT1H", escalateAfter: "PT15M" })).refused).toBe(
      "escalateFirst",
    );
    expect(after(setPool("overflow", { claimTimeout: "PT0S" })).refused).toBe("span");
    expect(after(setPool("nowhere", {})).refused).toBe("noPool");
  });
});

describe("rules of the policy", () => {
  it("name a pool that is there, lengths that are some, and at least one status", () => {
    expect(after(setFallback("nowhere")).refused).toBe("noPool");
    expect(after(setFallback("overflow")).spec.fallback).toEqual({ pool: "overflow" });
    expect(after(setOnOffline({ after: "PT0S", do: "return" })).refused).toBe("span");
    expect(after(setOnOffline({ after: "PT5M", do: "pool" })).spec.onOffline).toEqual({
      after: "PT5M",
      do: "pool",
    });
    expect(after(setCountsAsLoad("on_hold", true)).spec.countsAsLoad).toEqual(["new", "open", "on_hold"]);
    expect(after(setCountsAsLoad("new", false), setCountsAsLoad("open", false)).refused).toBe("noLoad");
  });
});
