/** What a node did to the ticket and what it waits for, in words. */
import type { Json } from "@sluice/schemas";
import type { TrialVisit, TrialWait } from "../client/trials.ts";
import { statusList } from "../client/vocabulary.ts";
import type { SentenceContext } from "../explain/sentence-context.ts";

function valueText(property: string, value: Json, { t, names }: SentenceContext): string {
  if (value === null || value === "") return t("ticket.fact.notSet");
  const status = statusList.find((item) => property === "status" && item === value);
  if (status) return t(`words.status.${status}`);
  if (property === "category" && typeof value === "string") return names.category(value);
  if (property === "assignee" && typeof value === "string") return names.agent(value);
  if (Array.isArray(value)) return value.map(String).join(t("why.join")) || t("ticket.fact.notSet");
  return typeof value === "string" ? value : JSON.stringify(value);
}

const named = ["status", "stage", "priority", "category", "tags", "assignee", "group", "pool"] as const;

function propertyName(property: string, { t }: SentenceContext): string {
  const known = named.find((name) => name === property);
  return known ? t(`trial.property.${known}`) : property;
}

/** `优先级 P3 → P2；标签 未设置 → 退换货`; empty where the ticket was left as it was. */
export function changesText(
  { changes, variables }: Pick<TrialVisit, "changes" | "variables">,
  context: SentenceContext,
): string {
  const lines = Object.entries(changes).map(([property, [before, after]]) =>
    context.t("trial.change", {
      property: propertyName(property, context),
      before: valueText(property, before, context),
      after: valueText(property, after, context),
    }),
  );
  const set = Object.entries(variables).map(([name, value]) =>
    context.t("trial.variable", { name, value: JSON.stringify(value) }),
  );
  return [...lines, ...set].join(context.t("why.end"));
}

const waits = [
  "job",
  "task",
  "until",
  "event",
  "route",
  "fork",
  "join",
  "items",
  "call",
  "survey",
  "run",
  "incident",
] as const;

/** `等到 11-10 20:00`. */
export function waitText(wait: TrialWait, { t, instant }: SentenceContext): string {
  const known = waits.find((name) => name === wait.type);
  const what = known ? t(`trial.wait.${known}`) : wait.type;
  const until = wait.at ?? wait.until;
  return until ? t("trial.waitUntil", { what, until: instant(until) }) : what;
}
