import { EngineError } from "../errors.js";
const refuse = ({ code, detail }) => new EngineError("routing.refused", detail === undefined ? code : `${code}: ${detail}`, {
    reason: code,
    detail,
});
const answer = (placement) => placement && {
    position: placement.position,
    decision: placement.decision,
    cause: placement.decision.cause,
};
function moved(result) {
    if (!result.ok)
        throw refuse(result.refusal);
    return answer(result.placement);
}
/** What a person or the runtime asked of routing. */
export function answerCommand(policy, load, request, event, now) {
    switch (event.type) {
        case "ticket.claim": {
            const claim = policy.claim(load, { pool: event.pool, agent: event.agent, ticket: request.ticket }, now);
            if (!claim.ok)
                throw refuse(claim.refusal);
            return answer(claim.placement);
        }
        case "ticket.release":
            return request.current?.type === "assigned" && request.current.pool === null
                ? answer(policy.unassign(load, request, now))
                : moved(policy.release(load, request, now));
        case "ticket.assign":
            return moved(policy.manual(load, request, event.agent, now));
        case "ticket.transfer":
            return moved(policy.transferGroup(load, request, event.group, now));
        case "routing.drain":
            return answer(policy.serve(load, request, now));
        case "routing.offline":
            return answer(policy.offline(load, request, now));
        default:
            return null;
    }
}
/** Routing's own instants on a `timer` event: a step's time-out, an untouched claim. */
export function answerTimer(policy, load, request, now) {
    const { current } = request;
    if (current?.type === "waiting" && current.timeoutAt !== null && current.timeoutAt <= now)
        return answer(policy.advance(load, request, now));
    if (current?.type === "assigned" && current.claimExpiresAt !== null && current.claimExpiresAt <= now)
        return answer(policy.expireClaim(load, request, now));
    return null;
}
/** True for the events that `answerCommand` answers. */
export const isRoutingCommand = ({ type }) => type === "ticket.claim" ||
    type === "ticket.release" ||
    type === "ticket.assign" ||
    type === "ticket.transfer" ||
    type === "routing.drain" ||
    type === "routing.offline";
//# sourceMappingURL=routing-command.js.map