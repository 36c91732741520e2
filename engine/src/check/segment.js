const tierConditions = (document) => {
    if (document.kind === "sla")
        return document.spec.tiers.map(({ when }) => when);
    if (document.kind !== "campaign")
        return [];
    return document.spec.phases.flatMap(({ sla }) => (sla ?? []).map(({ when }) => when));
};
const childrenOf = (when) => {
    if ("not" in when)
        return [when.not];
    return "all" in when ? when.all : "any" in when ? when.any : [];
};
/** The segments that conditions reach, directly or through other segments. */
function reached(from, context) {
    const found = new Set();
    const open = [...from];
    for (let when = open.pop(); when !== undefined; when = open.pop()) {
        open.push(...childrenOf(when));
        if (!("condition" in when) || found.has(when.condition))
            continue;
        found.add(when.condition);
        const inner = context.find("segment", when.condition)?.spec.when;
        if (inner !== undefined)
            open.push(inner);
    }
    return found;
}
/** A segment that a live SLA policy uses must not bring in what its tiers refuse. */
export function checkSegment({ key, spec }, context) {
    const tiers = context.options.documents.flatMap(tierConditions).filter((when) => when !== undefined);
    const place = reached(tiers, context).has(key) ? "sla-tier" : "segment";
    return context.conditions(spec.when, "/spec/when", place);
}
//# sourceMappingURL=segment.js.map