/** Signals: what happened inside a burst, for triggers and for tokens that wait for events. */
import type { EventMessage } from "../facts/to-facts.ts";
import type { Origin } from "../state/events.ts";
import type { TriggerEvent } from "../workflow/trigger-events.ts";
export interface Signal {
  /** A trigger event, or the name of an event of the house's own. */
  readonly name: TriggerEvent | (string & {});
  readonly changes: readonly string[];
  readonly message: EventMessage | null;
  /** The workflow that caused it; `null` when nobody's did. */
  readonly origin: Origin | null;
}
export declare const signalOf: (
  name: Signal["name"],
  origin: Origin | null,
  changes?: readonly string[],
) => Signal;
