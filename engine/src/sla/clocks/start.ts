/** Starting a policy on a ticket. */
import type { SlaDecision } from "@sluice/schemas";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { SlaSituation } from "../situation.ts";
import { bringInLine } from "./bring-in-line.ts";
import type { ClockOptions } from "./session.ts";

export interface StartOptions extends ClockOptions {
  /** The clocks that the ticket already has: they are retargeted with their elapsed time kept. */
  readonly clocks?: readonly ClockState[];
}

export interface SlaStarted {
  readonly clocks: readonly ClockState[];
  readonly decision: SlaDecision;
}

/**
 * Starts a policy's clocks; on a ticket that has clocks, they follow the policy, its revision and the live
 * revisions of its calendars, with their elapsed time kept. Pure; `now` is epoch ms.
 */
export function startSla(
  policy: CompiledSla,
  situation: SlaSituation,
  now: number,
  options: StartOptions = {},
): SlaStarted {
  const input = { policy, situation, clocks: options.clocks ?? [], now, options };
  const { clocks, decision } = bringInLine(input, true);
  return { clocks, decision: decision ?? { kind: "sla", ref: policy.ref, clocks: [], at: now } };
}
