/** A small house for the tests of this folder: calendars, a policy after the manual's example, a ticket. */
import type { CalendarSpec, SlaOverlay, SlaSpec, SluiceDocument } from "@sluice/schemas";
import type { FromPhase } from "../campaign/in-force.ts";
import { type CompiledCalendar, calendar24x7, compileCalendar } from "./calendar.ts";
import type { CalendarLookup } from "./policy/calendars.ts";
import { type CompiledSla, compileSla } from "./policy/policy.ts";
import type { SlaSituation } from "./situation.ts";

export const minute = 60_000;
export const hour = 60 * minute;

/** Monday 9 November 2026, 10:00 in Shanghai. */
export const monday = Date.parse("2026-11-09T10:00:00+08:00");
export const local = (text: string): number => Date.parse(`2026-11-${text}:00+08:00`);

const office: [string, string][] = [["09:00", "18:00"]];
const officeSpec: CalendarSpec = {
  timezone: "Asia/Shanghai",
  hours: { mon: office, tue: office, wed: office, thu: office, fri: office },
};
export const officeCalendar: CompiledCalendar = compileCalendar(officeSpec);
const always = compileCalendar(calendar24x7);

export const calendars: CalendarLookup = (key) => {
  if (key === "office") return { compiled: officeCalendar, revision: 3 };
  return key === "24x7" ? { compiled: always, revision: 0 } : undefined;
};

export const spec: SlaSpec = {
  calendar: "office",
  pauseOn: { resolution: ["pending_customer", "on_hold"] },
  maxPause: "PT24H",
  tiers: [
    {
      id: "vip",
      when: { fact: "customer.tier", operator: "equal", value: "vip" },
      scale: { firstResponse: 0.5, resolution: 0.5 },
    },
    {
      id: "standard",
      targets: {
        "*": { platformDue: "ticket.fields.platformDue" },
        P0: { firstResponse: "PT5M", resolution: "PT4H", calendar: "24x7" },
        P1: { firstResponse: "PT15M", nextResponse: "PT10M", resolution: "PT12H" },
        P2: { firstResponse: "PT30M", resolution: "PT24H" },
        P3: { firstResponse: "PT2H", resolution: "P2D" },
      },
    },
  ],
  reminders: [
    { id: "yellow", metric: "*", at: "-PT30M", else: "75%", card: "yellow", notify: ["assignee"] },
    { id: "red", metric: "*", at: "PT0S", card: "red", notify: ["assignee", "lead"], escalate: true },
    { id: "red-2", metric: "resolution", at: "PT2H", card: "red", notify: ["director"] },
  ],
};

export const policyOf = (change: Partial<SlaSpec> = {}, revision = 1): CompiledSla => {
  const document: SluiceDocument<"sla"> = {
    kind: "sla",
    key: "default",
    name: "默认",
    formatVersion: 1,
    spec: { ...spec, ...change },
  };
  return compileSla(document, { calendar: calendars, ref: { kind: "sla", key: "default", revision } });
};

export const situation = (change: Partial<SlaSituation> = {}): SlaSituation => ({
  createdAt: monday,
  status: "open",
  priority: "P2",
  assignee: null,
  firstAssignedAt: null,
  firstReplyAt: null,
  firstHumanReplyAt: null,
  unansweredSince: monday,
  lastHumanReplyAt: null,
  lastAgentUpdateAt: null,
  resolvedAt: null,
  closedAt: null,
  facts: {},
  ...change,
});

export const fromPhase = (overlay: Partial<SlaOverlay>): FromPhase<SlaOverlay> => ({
  campaign: "double11",
  phase: "opening",
  revision: 1,
  overlay: { policy: "default", ...overlay },
});
