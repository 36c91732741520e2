/** A house with too much of everything: long names, many rules, many people, a workflow of 300 nodes. */
import type { AnyDocument, Condition } from "@sluice/schemas";
import type { PageServer } from "../e2e/server.ts";

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const longName = "一个名字特别长的规则，长到一行放不下，还要再长一点";

const words = (rule: number): Condition => ({
  fact: "ticket.text",
  operator: "containsAnyText",
  value: range(24).map((index) => `关键词${rule}-${index}`),
});

const envelope = { key: "overfull", name: `${longName}的文档`, formatVersion: 1 } as const;

/** A workflow of `count` updates in a row, laid out in a grid. */
export function bigWorkflow(count: number): AnyDocument {
  const place = (index: number) => ({ x: (index % 20) * 260, y: Math.floor(index / 20) * 140 });
  const updates = range(count).map((index) => ({
    id: `n${index + 1}`,
    type: "update",
    name: `${index + 1} ${index % 7 === 0 ? longName : "打标签"}`,
    position: place(index + 1),
    config: { addTags: [`标签${index}`] },
  }));
  const trigger = { id: "n0", type: "trigger", position: place(0), config: { on: "manual" } };
  return {
    ...envelope,
    kind: "workflow",
    spec: {
      nodes: [trigger, ...updates],
      edges: range(count).map((index) => ({
        id: `e${index}`,
        source: `n${index}`,
        sourcePort: "out",
        target: `n${index + 1}`,
      })),
    },
  };
}

/** A ruleset of `count` rules with many words each. */
export const bigRuleset = (count: number): AnyDocument => ({
  ...envelope,
  kind: "classification",
  spec: {
    rules: range(count).map((index) => ({
      id: `rule-${index}`,
      name: `${longName} ${index}`,
      when: { all: [words(index), { fact: "order.amount", operator: "greaterThan", value: index }] },
      then: { addTags: [`标签${index}`, "另一个标签", longName], priority: "P1" as const },
    })),
  },
});

const manyTiers: AnyDocument = {
  ...envelope,
  kind: "sla",
  spec: {
    calendar: "online",
    tiers: range(24).map((index) => ({
      id: `tier-${index}`,
      name: `${longName} ${index}`,
      ...(index < 23 ? { when: words(index) } : {}),
      targets: { P2: { firstResponse: "PT90M", nextResponse: "PT45M", resolution: "P3D" } },
    })),
  },
};

const manyRoutes: AnyDocument = {
  ...envelope,
  kind: "routing",
  spec: {
    routes: range(16).map((index) => ({
      id: `route-${index}`,
      name: `${longName} ${index}`,
      when: words(index),
      steps: [
        ...range(6).map(() => ({
          group: "aftersales",
          strategy: "skill-match",
          skills: [{ skill: "return", level: 3 }],
          timeout: "PT10M",
        })),
        { pool: "general" },
      ],
    })),
    fallback: { pool: "general" },
    pools: Object.fromEntries(
      range(12).map((index) => [index === 0 ? "general" : `pool-${index}`, { name: `${longName} ${index}` }]),
    ),
  },
};

const manyPhases: AnyDocument = {
  ...envelope,
  kind: "campaign",
  spec: {
    from: "2026-03-10T00:00:00+08:00",
    until: "2026-03-22T00:00:00+08:00",
    phases: range(12).map((index) => ({
      id: `phase-${index}`,
      name: `${longName} ${index}`,
      from: `2026-03-${10 + index}T00:00:00+08:00`,
      until: `2026-03-${11 + index}T00:00:00+08:00`,
      sla: [{ policy: "default", scale: { firstResponse: 2, resolution: 1.5 } }],
      announcement: { "zh-CN": longName.repeat(4), en: "A rather long announcement. ".repeat(8) },
    })),
  },
};

async function hire(server: PageServer, count: number): Promise<void> {
  for (const index of range(count))
    await server.api("POST", "/agents", {
      id: `many-${index}`,
      name: `${longName} ${index}`,
      groups: ["aftersales", "senior"],
      capacity: { chat: 8, ticket: 25 },
    });
}

/** Fills the house on `server`, which has the starter pack. */
export async function overfill(server: PageServer): Promise<void> {
  const documents = [bigWorkflow(300), bigRuleset(600), manyTiers, manyRoutes, manyPhases];
  await server.api("POST", "/documents/import", { documents });
  await hire(server, 300);
  for (const index of range(60))
    await server.api("POST", "/tickets", {
      channel: "taobao",
      subject: `${longName}的工单 ${index}`,
      customer: { id: `buyer-${index}` },
    });
}
