/** SLA within a burst: the policy's clocks follow the ticket, and what they fire is told. */
import type { Json, RevisionRef, SlaDecision, SlaMetric } from "@sluice/schemas";
import { EngineError } from "../errors.ts";
import { advanceSla } from "../sla/clocks/advance.ts";
import { campaignEdgeSla } from "../sla/clocks/campaign-edge.ts";
import type { FiredReminder } from "../sla/clocks/fired.ts";
import { nextSlaAt } from "../sla/clocks/next.ts";
import { startSla } from "../sla/clocks/start.ts";
import { updateSla } from "../sla/clocks/update.ts";
import { clockView } from "../sla/clocks/view.ts";
import type { CompiledSla } from "../sla/policy/policy.ts";
import { toSituation } from "../sla/situation.ts";
import type { TicketEvent } from "../state/events.ts";
import type { Burst } from "./burst.ts";
import { signalOf } from "./signals.ts";

const situationOf = (burst: Burst) => toSituation(burst.ticket, burst.facts());

/** The pinned policy of the ticket's clocks, or `undefined` when none runs. */
function pinnedPolicy(burst: Burst): CompiledSla | undefined {
  const ref = burst.sla;
  if (!ref) return undefined;
  const policy = burst.definitions.sla(ref.key, ref.revision);
  if (!policy)
    throw new EngineError("definition.missing", `SLA policy ${ref.key} r${ref.revision} is not loaded`, {
      ref,
    });
  return policy;
}

/** Finds the overlays of phases that clocks are pinned to, also when they are over. */
const pinnedOf = (burst: Burst, policy: CompiledSla) => (campaign: string, phase: string, revision: number) =>
  burst.definitions
    .pinnedOverlays(campaign, phase, revision)
    .filter(({ overlay }) => overlay.policy === policy.ref.key);

function keep(
  burst: Burst,
  policy: CompiledSla,
  result: { readonly clocks: Burst["clocks"]; readonly decision: SlaDecision | null },
): void {
  burst.clocks = result.clocks;
  if (!result.decision) return;
  burst.decisions.push(result.decision);
  for (const { change, metric } of result.decision.clocks)
    if (change === "breached" && !hasRedCard(policy, metric))
      burst.signals.push(signalOf("sla.breached", null, [metric]));
}

/** Whether a red card tells of a metric's breach; where the policy has none, the breach speaks for itself. */
const hasRedCard = ({ reminders }: CompiledSla, metric: SlaMetric): boolean =>
  reminders.some((each) => each.source.card === "red" && (each.metric === "*" || each.metric === metric));

/** Starts the clocks of a policy's live revision; a ticket that has clocks already is retargeted. */
export function startClocks(burst: Burst, key: string): void {
  const policy = burst.definitions.sla(key);
  if (!policy)
    throw new EngineError("definition.missing", `SLA policy "${key}" is not published`, { policy: key });
  burst.sla = policy.ref;
  keep(
    burst,
    policy,
    startSla(policy, situationOf(burst), burst.now, {
      clocks: burst.clocks,
      overlays: burst.campaigns.sla(key),
      pinned: pinnedOf(burst, policy),
    }),
  );
}

/**
 * Lets the clocks follow what changed: stop, pause, resume, restart, retarget. What was due before the change fires
 * first: a reminder that is late (after downtime) is told late, never dropped. Clocks on `calendar` follow to its
 * live revision; all others stay on the revision that they are on.
 */
export function syncClocks(burst: Burst, cause: string, calendar?: string): void {
  const policy = pinnedPolicy(burst);
  if (!policy) return;
  if ((nextSlaAt(burst.clocks) ?? burst.now) < burst.now) advanceClocks(burst);
  keep(
    burst,
    policy,
    updateSla(policy, situationOf(burst), burst.clocks, burst.now, {
      overlays: burst.campaigns.sla(policy.ref.key),
      pinned: pinnedOf(burst, policy),
      cause,
      ...(calendar === undefined ? {} : { calendar }),
    }),
  );
}

/** Fires what is due on the clocks and tells whom it concerns. */
export function advanceClocks(burst: Burst): void {
  const policy = pinnedPolicy(burst);
  if (!policy) return;
  advanceTo(burst, policy, burst.now);
}

/** Fires what is due by `at`; how late that is counts from now. */
function advanceTo(burst: Burst, policy: CompiledSla, at: number): void {
  const result = advanceSla(policy, situationOf(burst), burst.clocks, at);
  keep(burst, policy, result);
  for (const reminder of result.fired) fire(burst, { ...reminder, lateBy: reminder.lateBy + burst.now - at });
}

/**
 * Clocks that are open when a campaign phase starts or ends follow the phase's edge policy, as of that instant: what
 * was due before it fires first, and an edge that is processed late finds what was in force then.
 */
export function applyCampaignEdge(
  burst: Burst,
  event: TicketEvent & { readonly type: "campaign.edge" },
): void {
  const policy = pinnedPolicy(burst);
  if (!policy) return;
  const at = Math.min(event.due ?? burst.now, burst.now);
  if ((nextSlaAt(burst.clocks) ?? at) < at) advanceTo(burst, policy, at - 1);
  const inForce = at === burst.now ? burst.campaigns : burst.definitions.campaigns(at);
  keep(
    burst,
    policy,
    campaignEdgeSla(policy, situationOf(burst), burst.clocks, at, {
      overlays: inForce.sla(policy.ref.key),
      pinned: pinnedOf(burst, policy),
      campaign: event.campaign,
      phase: event.phase,
      edge: event.edge,
    }),
  );
}

/** A policy published with `apply: "open"`: the ticket's clocks move to the new revision. */
export function applyPublishedPolicy(burst: Burst, ref: RevisionRef): void {
  if (burst.sla?.key !== ref.key) return;
  burst.sla = ref;
  syncClocks(burst, "published");
}

/** A calendar published with `apply: "open"`: clocks that are on it go on by its new revision. */
export function applyPublishedCalendar(burst: Burst, ref: RevisionRef): void {
  const isOnIt = burst.clocks.some(({ segments }) => segments.at(-1)?.calendar.key === ref.key);
  if (isOnIt) syncClocks(burst, "published", ref.key);
}

/** The people that a reminder names, as agent ids. */
function recipients(burst: Burst, names: readonly string[]): readonly string[] {
  const { ticket, definitions } = burst;
  const assigned = ticket.assignee === null ? undefined : definitions.agent(ticket.assignee)?.groups[0];
  const group = definitions.group(ticket.group ?? assigned ?? "");
  const found = names.flatMap((name): readonly (string | undefined | null)[] => {
    if (name === "assignee") return [ticket.assignee];
    if (name === "lead" || name === "director") return [group?.[name]];
    if (name.startsWith("agent:")) return [name.slice("agent:".length)];
    const key = name.slice("group:".length);
    return definitions.people.agents.filter((agent) => agent.groups.includes(key)).map(({ id }) => id);
  });
  return [...new Set(found.filter((id): id is string => typeof id === "string"))];
}

function fire(burst: Burst, fired: FiredReminder): void {
  const { reminder } = fired;
  const detail: { [key: string]: Json } = {
    reminder: reminder.id,
    metric: fired.metric,
    clock: fired.clock,
    card: reminder.card ?? null,
    dueAt: fired.dueAt,
    lateByMs: fired.lateBy,
  };
  const escalate = reminder.escalate ?? false;
  const names = [...(reminder.notify ?? []), ...(escalate ? ["lead"] : [])];
  const agents = recipients(burst, names);
  burst.log.push({ type: "reminder", ...detail, agents });
  burst.effects.push({
    type: "notify",
    id: `${burst.ticket.id}:${fired.clock}:${reminder.id}:${burst.event.id}`,
    agents,
    reason: escalate ? "escalation" : "sla-reminder",
    data: detail,
  });
  if (escalate) {
    burst.ticket = { ...burst.ticket, escalated: true };
    burst.update({ addTags: ["超时"] }, false, null);
  }
  burst.signals.push(
    signalOf(reminder.card === "red" ? "sla.breached" : "sla.warning", null, [fired.metric]),
  );
}

/** State and remaining minutes of a metric's latest clock, as facts. */
export function clockFacts(
  burst: Burst,
  metric: string,
): { readonly state: string; readonly remainingMinutes: number } | undefined {
  const clock = burst.clocks.findLast((candidate) => candidate.metric === metric);
  const policy = pinnedPolicy(burst);
  if (!clock || !policy) return undefined;
  const view = clockView(clock, policy, burst.now);
  return { state: view.state, remainingMinutes: Math.floor(view.remainingMs / 60_000) };
}
