/**
 * A house in which something is due all the time: targets, waits, tasks, claims and steps of one to three seconds,
 * and actions that call a sink. Every kind of row that a crash could tear is written by it.
 */
import type { Agent, AnyDocument, Group, Settings } from "@sluice/schemas";
import { crashWorkflows } from "./crash-workflows.ts";
import { document } from "./drawing.ts";

export interface CrashHouse {
  readonly settings: Pick<Settings, "channels">;
  readonly groups: readonly Group[];
  readonly agents: readonly Agent[];
  readonly documents: readonly AnyDocument[];
}

const label = (text: string) => ({ zh: text, en: text });

const channel = (key: string, kind: "chat" | "ticket") => ({ key, label: label(key), kind });

/** Channels of the house; `phone` tickets call an address that always refuses. */
export const channels = ["taobao", "jd", "wechat", "phone"] as const;

/** How much every agent may carry. */
export const capacity = { chat: 5, ticket: 10 } as const;

/** The group of an agent. */
export const groupOf = (id: string): string => (id.startsWith("a") ? "desk" : "back");

const agent = (id: string, group: string): Agent => ({
  id,
  name: id,
  groups: [group],
  skills: {},
  capacity,
  shops: [],
  shifts: [],
});

export const agentIds = ["a1", "a2", "a3", "a4", "b1", "b2"] as const;

const classification = document("classification", "default", {
  mode: "all",
  rules: [
    {
      id: "refund",
      name: "退款",
      when: { fact: "ticket.text", operator: "containsAnyText", value: ["退款"] },
      then: { addTags: ["退款"], priority: "P1" },
    },
  ],
  otherwise: { priority: "P3" },
});

const sla = document("sla", "default", {
  calendar: "24x7",
  pauseOn: { resolution: ["pending_customer", "on_hold"] },
  maxPause: "PT2S",
  tiers: [
    {
      id: "all",
      name: "all",
      targets: {
        "*": { firstResponse: "PT2S", nextResponse: "PT2S", assignment: "PT2S", resolution: "PT5S" },
      },
    },
  ],
  reminders: [
    { id: "yellow", metric: "*", at: "-PT1S", card: "yellow", notify: ["assignee"] },
    { id: "red", metric: "*", at: "PT0S", card: "red", notify: ["assignee", "lead"], escalate: true },
    { id: "red-2", metric: "resolution", at: "PT1S", card: "red", notify: ["director"] },
  ],
});

/** Reminders that a clock of this metric must have fired once it is long overdue. */
export const remindersOf = (metric: string): readonly string[] =>
  metric === "resolution" ? ["yellow", "red", "red-2"] : ["yellow", "red"];

const routing = document("routing", "default", {
  routes: [
    {
      id: "jd",
      name: "jd",
      when: { fact: "ticket.channel", operator: "equal", value: "jd" },
      steps: [{ group: "back", strategy: "round-robin", timeout: "PT2S" }, { pool: "general" }],
    },
    {
      id: "all",
      name: "all",
      steps: [
        { sticky: "P1D" },
        { group: "desk", strategy: "least-loaded", timeout: "PT1S" },
        { group: "back", strategy: "weighted", timeout: "PT1S" },
      ],
    },
  ],
  fallback: { pool: "general" },
  pools: {
    general: {
      pick: "any",
      claimLimit: 4,
      claimTimeout: "PT2S",
      warnAfter: "PT1S",
      escalateAfter: "PT3S",
    },
  },
});

/** The house whose actions call `sink` (an origin). */
export const crashHouse = (sink: string): CrashHouse => ({
  settings: {
    channels: [
      channel("taobao", "ticket"),
      channel("jd", "ticket"),
      channel("wechat", "chat"),
      channel("phone", "ticket"),
    ],
  },
  agents: agentIds.map((id) => agent(id, groupOf(id))),
  groups: [
    { key: "desk", label: label("desk"), lead: "a1", director: "b2" },
    { key: "back", label: label("back"), lead: "b1", director: "b2" },
  ],
  documents: [classification, sla, routing, ...crashWorkflows(sink)],
});

/** Calls the API as the administrator; throws unless the answer is a success. */
export type Must = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** Stores the people and settings, publishes the documents and brings everybody online. */
export async function furnishCrashHouse(must: Must, house: CrashHouse): Promise<void> {
  await must("PUT", "/settings/channels", house.settings.channels);
  for (const { lead: _lead, director: _director, ...group } of house.groups)
    await must("PUT", `/groups/${group.key}`, group);
  for (const person of house.agents) await must("PUT", `/agents/${person.id}`, person);
  for (const group of house.groups) await must("PUT", `/groups/${group.key}`, group);
  await must("POST", "/documents/import?publish=true", { documents: house.documents });
  for (const { id } of house.agents) await must("PUT", `/agents/${id}/presence`, { presence: "online" });
}
