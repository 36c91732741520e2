/** Events that routing answers: what they ask of the policy, and the `routing.decided` that comes of it. */
import type { RoutingDecision } from "@sluice/schemas";
import type { LoadState } from "../routing/load-state.ts";
import type { CompiledRouting } from "../routing/policy.ts";
import type { RoutingRequest } from "../routing/request.ts";
import type { TicketEvent } from "../state/events.ts";
import type { RoutingPosition } from "../state/ticket-state.ts";
type Cause = (TicketEvent & {
    readonly type: "routing.decided";
})["cause"];
/** What a command came to; `null` = nothing changes. */
export interface RoutingAnswer {
    readonly position: RoutingPosition | null;
    readonly decision: RoutingDecision | null;
    readonly cause: Cause;
}
/** What a person or the runtime asked of routing. */
export declare function answerCommand(policy: CompiledRouting, load: LoadState, request: RoutingRequest, event: TicketEvent, now: number): RoutingAnswer | null;
/** Routing's own instants on a `timer` event: a step's time-out, an untouched claim. */
export declare function answerTimer(policy: CompiledRouting, load: LoadState, request: RoutingRequest, now: number): RoutingAnswer | null;
/** True for the events that `answerCommand` answers. */
export declare const isRoutingCommand: ({ type }: TicketEvent) => boolean;
export {};
