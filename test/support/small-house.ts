/**
 * The smallest house in which everything has its place: two groups with leads, an office calendar,
 * one ruleset, one SLA policy, one routing policy, and an intake workflow that runs the three.
 * Office hours are Monday to Friday 09:00–18:00 in Shanghai.
 */
import type { AnyDocument, Settings } from "@sluice/schemas";
import { agent, type House, type HousePeople } from "./house.ts";

const label = (zh: string, en: string) => ({ zh, en });

const settings: Settings = {
  workspace: { name: "小店", timezone: "Asia/Shanghai", closedFinalDays: 14 },
  fields: [{ key: "platformDue", type: "instant", label: label("平台时限", "Platform due") }],
  categories: [
    { id: "aftersales", label: label("售后", "After-sales"), ownerGroup: "front" },
    { id: "aftersales.return", label: label("退换货", "Returns"), ownerGroup: "front" },
    { id: "complaints", label: label("投诉", "Complaints"), ownerGroup: "back" },
    { id: "other", label: label("其他", "Other") },
  ],
  channels: [
    { key: "taobao", label: label("淘宝", "Taobao"), kind: "chat" },
    { key: "mail", label: label("邮件", "Mail"), kind: "ticket" },
    { key: "web", label: label("官网", "Web"), kind: "ticket" },
  ],
  shops: [],
};

const people: HousePeople = {
  skills: [{ key: "returns", label: label("退换", "Returns") }],
  shifts: [],
  groups: [
    { key: "front", label: label("一线", "Front"), lead: "lead-front", director: "director" },
    { key: "back", label: label("二线", "Back"), lead: "lead-back", director: "director" },
  ],
  agents: [
    agent("a1", ["front"], { skills: { returns: 2 } }),
    agent("a2", ["front"], { skills: { returns: 4 } }),
    agent("b1", ["back"]),
    agent("lead-front", [], { capacity: { chat: 0, ticket: 0 } }),
    agent("lead-back", [], { capacity: { chat: 0, ticket: 0 } }),
    agent("director", [], { capacity: { chat: 0, ticket: 0 } }),
  ],
};

const weekday: [string, string][] = [["09:00", "18:00"]];

const documents: readonly AnyDocument[] = [
  {
    kind: "calendar",
    key: "office",
    name: "办公时间",
    description: "",
    formatVersion: 1,
    spec: {
      timezone: "Asia/Shanghai",
      hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: [], sun: [] },
    },
  },
  {
    kind: "classification",
    key: "default",
    name: "默认分类",
    description: "",
    formatVersion: 1,
    spec: {
      mode: "all",
      priority: "most-urgent",
      rules: [
        {
          id: "refund",
          name: "退换货",
          when: { fact: "ticket.text", operator: "containsAnyText", value: ["退款", "退货"] },
          then: { category: "aftersales.return", priority: "P2", addTags: ["退换货"] },
        },
        {
          id: "complaint",
          name: "投诉",
          when: { fact: "ticket.text", operator: "containsAnyText", value: ["投诉", "曝光"] },
          then: { category: "complaints", priority: "P1", addTags: ["投诉"] },
        },
      ],
      otherwise: { category: "other", priority: "P3" },
    },
  },
  {
    kind: "sla",
    key: "default",
    name: "默认 SLA",
    description: "",
    formatVersion: 1,
    spec: {
      calendar: "office",
      tiers: [
        {
          id: "standard",
          targets: {
            P1: { firstResponse: "PT30M", resolution: "PT8H" },
            P2: { firstResponse: "PT1H", resolution: "PT16H" },
            P3: { firstResponse: "PT2H", resolution: "PT24H" },
          },
        },
      ],
    },
  },
  {
    kind: "routing",
    key: "default",
    name: "默认分配",
    description: "",
    formatVersion: 1,
    spec: {
      routes: [
        {
          id: "complaints",
          when: { fact: "ticket.category", operator: "equal", value: "complaints" },
          steps: [{ group: "back", strategy: "least-loaded" }],
        },
        { id: "all", steps: [{ group: "front", strategy: "least-loaded" }] },
      ],
      fallback: { pool: "general" },
      pools: { general: {} },
    },
  },
  {
    kind: "workflow",
    key: "intake",
    name: "新工单受理",
    description: "",
    formatVersion: 1,
    spec: {
      nodes: [
        { id: "start", type: "trigger", config: { on: "ticket.created" } },
        { id: "classify", type: "classify", config: { ruleset: "default" } },
        { id: "clocks", type: "sla", config: { policy: "default" } },
        { id: "assign", type: "route", config: { policy: "default" } },
      ],
      edges: [
        { id: "e1", source: "start", sourcePort: "out", target: "classify" },
        { id: "e2", source: "classify", sourcePort: "out", target: "clocks" },
        { id: "e3", source: "clocks", sourcePort: "out", target: "assign" },
      ],
    },
  },
];

/** What scenarios and integration tests start from; they lay their own documents over it. */
export const smallHouse: House = { settings, people, documents };

const identity = ({ kind, key }: { readonly kind: string; readonly key: string }) => `${kind}/${key}`;

/** The house with documents in the place of those of the same kind and key, and further ones beside them. */
export function houseWith(house: House, own: readonly AnyDocument[]): House {
  const replaced = new Set(own.map(identity));
  return { ...house, documents: [...house.documents.filter((one) => !replaced.has(identity(one))), ...own] };
}
