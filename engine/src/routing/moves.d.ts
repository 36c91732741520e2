import type { LoadState } from "./load-state.ts";
import { type RoutingModel } from "./model.ts";
import { type Pass } from "./placement.ts";
import type { MoveResult, Placement, RefusalCode, RoutingRequest } from "./request.ts";
import type { CompiledRoute } from "./routes.ts";
/** A refusal with what it is about. */
export declare const refused: (
  code: RefusalCode,
  detail?: string,
) => {
  readonly ok: false;
  readonly refusal: {
    readonly code: RefusalCode;
    readonly detail?: string;
  };
};
/** A policy's operations on one load state at one instant. */
export declare class Mover {
  #private;
  constructor(model: RoutingModel, load: LoadState, now: number);
  /** Routes from the first step. A manual assignment whose agent is on duty stays as it is. */
  place(request: RoutingRequest, route: CompiledRoute): Placement;
  /** Goes to the next step; `null` when the ticket does not wait. A route that is gone starts anew. */
  advance(request: RoutingRequest, anew: () => CompiledRoute): Placement | null;
  /** Assigns a waiting ticket whose step has somebody now; `null` leaves everything as it is. */
  serve(request: RoutingRequest): Placement | null;
  /** A person's choice: neither presence nor capacity nor skills stand against it. */
  manual(request: RoutingRequest, agentId: string): MoveResult;
  /** Takes the ticket off its agent and routes it to somebody else. */
  unassign(request: RoutingRequest, route: CompiledRoute): Placement;
  /** Moves the ticket to a group: the least loaded who may take it, or it waits there without a limit. */
  transferGroup(request: RoutingRequest, group: string): MoveResult;
  /** When tickets of this agent go back, or `null`: not away, or the policy lets them be. */
  offlineDue(agent: string): number | null;
  /** Takes the ticket from somebody who is away past the limit; `null` when it stays. */
  offline(request: RoutingRequest, route: () => CompiledRoute): Placement | null;
  /** Back into a pool. */
  returnTo(pass: Pass, pool: string, notFirst?: string | null): Placement;
}
