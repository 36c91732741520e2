import type { LoadState, QueueEntry } from "./load-state.ts";
import type { CompiledRouting } from "./policy.ts";
/** Only this agent, only this group, or everybody. */
export interface DrainScope {
  readonly agent?: string;
  readonly group?: string;
}
/** A waiting ticket and the agent that its step would choose now. */
export interface Assignable {
  readonly ticket: string;
  readonly agent: string;
  readonly entry: QueueEntry;
}
/**
 * The next ticket in waiting order that somebody in scope can be given: earliest due, priority, age, escalated
 * first. `policies` must hold every revision that tickets still wait in; `null` when nobody can be served.
 */
export declare function nextAssignable(
  load: LoadState,
  policies: readonly CompiledRouting[],
  scope: DrainScope,
  now: number,
): Assignable | null;
/**
 * Waiting tickets whose route or step is in none of the policies any more, for instance after a campaign:
 * the runtime places them anew, so that none is lost.
 */
export declare function orphans(load: LoadState, policies: readonly CompiledRouting[]): readonly QueueEntry[];
