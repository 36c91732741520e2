import { EngineError } from "../errors.js";
import { advanceSla } from "../sla/clocks/advance.js";
import { campaignEdgeSla } from "../sla/clocks/campaign-edge.js";
import { startSla } from "../sla/clocks/start.js";
import { updateSla } from "../sla/clocks/update.js";
import { clockView } from "../sla/clocks/view.js";
import { toSituation } from "../sla/situation.js";
import { signalOf } from "./signals.js";
const situationOf = (burst) => toSituation(burst.ticket, burst.facts());
/** The pinned policy of the ticket's clocks, or `undefined` when none runs. */
function pinnedPolicy(burst) {
    const ref = burst.sla;
    if (!ref)
        return undefined;
    const policy = burst.definitions.sla(ref.key, ref.revision);
    if (!policy)
        throw new EngineError("definition.missing", `SLA policy ${ref.key} r${ref.revision} is not loaded`, {
            ref,
        });
    return policy;
}
/** Finds the overlays of phases that clocks are pinned to, also when they are over. */
const pinnedOf = (burst, policy) => (campaign, phase, revision) => burst.definitions
    .pinnedOverlays(campaign, phase, revision)
    .filter(({ overlay }) => overlay.policy === policy.ref.key);
function keep(burst, result) {
    burst.clocks = result.clocks;
    if (result.decision)
        burst.decisions.push(result.decision);
}
/** Starts the clocks of a policy's live revision; a ticket that has clocks already is retargeted. */
export function startClocks(burst, key) {
    const policy = burst.definitions.sla(key);
    if (!policy)
        throw new EngineError("definition.missing", `SLA policy "${key}" is not published`, { policy: key });
    burst.sla = policy.ref;
    keep(burst, startSla(policy, situationOf(burst), burst.now, {
        clocks: burst.clocks,
        overlays: burst.campaigns.sla(key),
        pinned: pinnedOf(burst, policy),
    }));
}
/** Lets the clocks follow what changed: stop, pause, resume, restart, retarget. */
export function syncClocks(burst, cause) {
    const policy = pinnedPolicy(burst);
    if (!policy)
        return;
    keep(burst, updateSla(policy, situationOf(burst), burst.clocks, burst.now, {
        overlays: burst.campaigns.sla(policy.ref.key),
        pinned: pinnedOf(burst, policy),
        cause,
    }));
}
/** Fires what is due on the clocks and tells whom it concerns. */
export function advanceClocks(burst) {
    const policy = pinnedPolicy(burst);
    if (!policy)
        return;
    const result = advanceSla(policy, situationOf(burst), burst.clocks, burst.now);
    keep(burst, result);
    for (const reminder of result.fired)
        fire(burst, reminder);
}
/** Clocks that are open when a campaign phase starts or ends follow the phase's edge policy. */
export function applyCampaignEdge(burst, event) {
    const policy = pinnedPolicy(burst);
    if (!policy)
        return;
    keep(burst, campaignEdgeSla(policy, situationOf(burst), burst.clocks, burst.now, {
        overlays: burst.campaigns.sla(policy.ref.key),
        pinned: pinnedOf(burst, policy),
        campaign: event.campaign,
        phase: event.phase,
        edge: event.edge,
    }));
}
/** A policy published with `apply: "open"`: the ticket's clocks move to the new revision. */
export function applyPublishedPolicy(burst, ref) {
    if (burst.sla?.key !== ref.key)
        return;
    burst.sla = ref;
    syncClocks(burst, "published");
}
/** The people that a reminder names, as agent ids. */
function recipients(burst, names) {
    const { ticket, definitions } = burst;
    const assigned = ticket.assignee === null ? undefined : definitions.agent(ticket.assignee)?.groups[0];
    const group = definitions.group(ticket.group ?? assigned ?? "");
    const found = names.flatMap((name) => {
        if (name === "assignee")
            return [ticket.assignee];
        if (name === "lead" || name === "director")
            return [group?.[name]];
        if (name.startsWith("agent:"))
            return [name.slice("agent:".length)];
        const key = name.slice("group:".length);
        return definitions.people.agents.filter((agent) => agent.groups.includes(key)).map(({ id }) => id);
    });
    return [...new Set(found.filter((id) => typeof id === "string"))];
}
function fire(burst, fired) {
    const { reminder } = fired;
    const detail = {
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
    burst.signals.push(signalOf(reminder.card === "red" ? "sla.breached" : "sla.warning", null, [fired.metric]));
}
/** State and remaining minutes of a metric's latest clock, as facts. */
export function clockFacts(burst, metric) {
    const clock = burst.clocks.findLast((candidate) => candidate.metric === metric);
    const policy = pinnedPolicy(burst);
    if (!clock || !policy)
        return undefined;
    const view = clockView(clock, policy, burst.now);
    return { state: view.state, remainingMinutes: Math.floor(view.remainingMs / 60_000) };
}
//# sourceMappingURL=clocks.js.map