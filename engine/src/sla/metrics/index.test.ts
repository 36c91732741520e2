import { slaMetrics } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import type { SlaSituation } from "../situation.ts";
import { slaMetricKind, slaMetricKinds } from "./index.ts";

const globbed = (
  import.meta as unknown as { glob(pattern: string, options: { eager: false }): Record<string, unknown> }
).glob("./*.ts", { eager: false });
const files = Object.keys(globbed).map((path) => path.slice(2, -3));
const kebab = (id: string) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const fresh: SlaSituation = {
  createdAt: 1000,
  status: "open",
  priority: "P2",
  assignee: null,
  firstAssignedAt: null,
  firstReplyAt: null,
  firstHumanReplyAt: null,
  unansweredSince: 1000,
  lastHumanReplyAt: null,
  lastAgentUpdateAt: null,
  resolvedAt: null,
  closedAt: null,
  facts: {},
};
const human = { stopsOn: "human" } as const;
const any = { stopsOn: "any" } as const;

describe("the list of metrics", () => {
  it("is the folder, and the contract's list", () => {
    const kinds = files.filter((name) => !["index", "index.test", "metric"].includes(name));
    expect(kinds.sort()).toEqual(slaMetrics.map(kebab).sort());
    expect(slaMetricKinds.map(({ id }) => id)).toEqual([...slaMetrics]);
  });

  it.each([...slaMetrics])("%s is labelled in both languages and is itself", (id) => {
    const kind = slaMetricKind(id);
    expect(kind.id).toBe(id);
    for (const label of [kind.label, kind.description]) expect(label.zh && label.en).toBeTruthy();
  });
});

describe("cycles", () => {
  it("firstResponse stops on a human, or on anybody where the policy says so", () => {
    const botOnly = { ...fresh, firstReplyAt: 2000 };
    expect(slaMetricKind("firstResponse").stopOf(botOnly, 1000, human)).toBe(null);
    expect(slaMetricKind("firstResponse").stopOf(botOnly, 1000, any)).toBe(2000);
  });

  it("nextResponse starts after the first reply only, and anew with each unanswered message", () => {
    const kind = slaMetricKind("nextResponse");
    expect(kind.startOf(fresh, human)).toBe(null);
    const asked = { ...fresh, firstHumanReplyAt: 2000, lastHumanReplyAt: 2000, unansweredSince: 3000 };
    expect(kind.startOf(asked, human)).toBe(3000);
    expect(kind.stopOf(asked, 3000, human)).toBe(null);
    expect(kind.stopOf({ ...asked, lastHumanReplyAt: 4000, unansweredSince: null }, 3000, human)).toBe(4000);
    expect(kind.stopOf({ ...asked, lastHumanReplyAt: 4000, unansweredSince: 5000 }, 3000, human)).toBe(4000);
  });

  it("periodicUpdate runs from update to update", () => {
    const kind = slaMetricKind("periodicUpdate");
    expect(kind.startOf(fresh, human)).toBe(null);
    expect(kind.startOf({ ...fresh, lastAgentUpdateAt: 5000 }, human)).toBe(5000);
    expect(kind.stopOf({ ...fresh, lastAgentUpdateAt: 9000 }, 5000, human)).toBe(9000);
  });
});
