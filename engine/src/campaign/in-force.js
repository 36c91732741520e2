/** Prepares a campaign: instants parsed, phases cut to the campaign's window. */
export function compileCampaign(document, revision) {
    const from = Date.parse(document.spec.from);
    const until = Date.parse(document.spec.until);
    return {
        key: document.key,
        revision,
        precedence: document.spec.precedence ?? 0,
        from,
        until,
        phases: document.spec.phases.map((phase) => ({
            from: Math.max(from, Date.parse(phase.from)),
            until: Math.min(until, Date.parse(phase.until)),
            phase,
        })),
    };
}
const strongerFirst = (a, b) => b.precedence - a.precedence || b.from - a.from || (a.key < b.key ? -1 : 1);
const collect = (phases, pick, keep) => phases.flatMap(({ campaign, revision, phase }) => (pick(phase) ?? []).filter(keep).map((overlay) => ({ campaign, phase: phase.id, revision, overlay })));
/** Everything that campaigns lay over the house at `now` (epoch ms). */
export function campaignsInForce(campaigns, now) {
    const phases = [...campaigns]
        .sort(strongerFirst)
        .flatMap(({ key, revision, phases: all }) => all
        .filter(({ from, until }) => from <= now && now < until)
        .map(({ phase }) => ({ campaign: key, revision, phase })));
    return {
        key: phases.map(({ campaign, revision, phase }) => `${campaign}@${revision}/${phase.id}`).join(","),
        phases,
        sla: (policy) => collect(phases, (phase) => phase.sla, (overlay) => overlay.policy === policy),
        classification: (ruleset) => collect(phases, (phase) => phase.classification, (overlay) => overlay.ruleset === ruleset),
        routing: (policy) => collect(phases, (phase) => phase.routing, (overlay) => overlay.policy === policy),
        workflows: new Set(phases.flatMap(({ phase }) => phase.workflows ?? [])),
        announcements: phases.flatMap(({ campaign, phase }) => phase.announcement ? [{ campaign, phase: phase.id, text: phase.announcement }] : []),
    };
}
/** The SLA overlays of one phase, whether it is in force or not; none when the campaign is gone. */
export const phaseOverlays = (campaign, phase) => (campaign?.phases ?? [])
    .filter((item) => item.phase.id === phase)
    .flatMap((item) => (item.phase.sla ?? []).map((overlay) => ({
    campaign: campaign?.key ?? "",
    revision: campaign?.revision ?? 0,
    phase,
    overlay,
})));
/** Every edge of the campaigns, in time order; phases that never are in force have none. */
export const campaignEdges = (campaigns) => campaigns
    .flatMap(({ key, phases }) => phases
    .filter(({ from, until }) => from < until)
    .flatMap(({ from, until, phase }) => [
    { at: from, campaign: key, phase: phase.id, edge: "started" },
    { at: until, campaign: key, phase: phase.id, edge: "ended" },
]))
    .sort((a, b) => a.at - b.at);
//# sourceMappingURL=in-force.js.map