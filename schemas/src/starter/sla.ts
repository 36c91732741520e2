/**
 * The SLA matrix. Order matters: a cell belongs to the first tier that fills it, and a tier with
 * `scale` multiplies what falls through from below. Chat therefore stands above VIP (30 seconds are
 * not halved), and VIP above every other channel (mail, phone, invoices and the standard are).
 * The slow channels fill P2 and P3 only: an injury reported by mail keeps the P0 target.
 */
import type { SluiceDocument } from "../documents/document.ts";
import type { SlaReminder, SlaTier, TargetCells } from "../documents/sla.ts";

const chat: TargetCells = { firstResponse: "PT30S", nextResponse: "PT90S" };
const mail: TargetCells = { firstResponse: "PT4H", nextResponse: "PT8H", resolution: "PT72H" };
const phone: TargetCells = { firstResponse: "PT30M" };
const invoice: TargetCells = { resolution: "P3D", calendar: "finance" };

const tiers: SlaTier[] = [
  {
    id: "platform",
    name: "平台时限",
    when: { fact: "ticket.fields.platformDue", operator: "isPresent", value: true },
    targets: { "*": { platformDue: "ticket.fields.platformDue" } },
  },
  {
    id: "chat",
    name: "在线会话",
    when: { condition: "chat-channels" },
    targets: { P0: { ...chat, calendar: "24x7" }, "*": { ...chat, calendar: "platform-chat" } },
  },
  {
    id: "vip",
    name: "VIP 减半",
    when: { condition: "vip" },
    scale: { firstResponse: 0.5, nextResponse: 0.5, resolution: 0.5 },
  },
  {
    id: "invoice",
    name: "发票",
    when: {
      fact: "ticket.category",
      operator: "in",
      value: ["finance.e-invoice", "finance.vat-invoice", "finance.invoice-change"],
    },
    targets: { P2: invoice, P3: invoice },
  },
  {
    id: "phone",
    name: "电话回拨",
    when: { fact: "ticket.channel", operator: "equal", value: "phone" },
    targets: { P2: phone, P3: phone },
  },
  {
    id: "mail",
    name: "邮件",
    when: { fact: "ticket.channel", operator: "equal", value: "mail" },
    targets: { P2: mail, P3: mail },
  },
  {
    id: "standard",
    name: "标准",
    targets: {
      P0: { firstResponse: "PT5M", nextResponse: "PT5M", resolution: "PT4H", calendar: "24x7" },
      P1: { firstResponse: "PT15M", nextResponse: "PT10M", resolution: "PT12H" },
      P2: { firstResponse: "PT30M", nextResponse: "PT30M", resolution: "PT24H" },
      P3: { firstResponse: "PT2H", nextResponse: "PT2H", resolution: "PT48H" },
    },
  },
];

const reminders: SlaReminder[] = [
  { id: "yellow", metric: "*", at: "-PT30M", else: "75%", card: "yellow", notify: ["assignee"] },
  { id: "red", metric: "*", at: "PT0S", card: "red", notify: ["assignee", "lead"], escalate: true },
  { id: "red-2", metric: "resolution", at: "PT2H", card: "red", notify: ["director"] },
];

export const starterSla: SluiceDocument<"sla"> = {
  kind: "sla",
  key: "default",
  name: "默认 SLA",
  description: "P0–P3 标准时限；聊天、邮件、电话、发票另有时限；VIP 减半；平台时限不打折、不暂停。",
  formatVersion: 1,
  spec: {
    calendar: "online",
    pauseOn: { periodicUpdate: ["pending_customer"], resolution: ["pending_customer", "on_hold"] },
    maxPause: "PT24H",
    stopsOn: "human",
    tiers,
    reminders,
  },
};
