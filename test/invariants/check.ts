/** What every check is: something that must hold whenever no transaction is open, however the process ended. */
import type { Stored } from "./stored.ts";

export interface CheckOptions {
  /**
   * True when everything due has had time to happen: then nothing may be pending, overdue or unanswered.
   * Default false.
   */
  readonly quiet?: boolean;
  /** Epoch ms that "due" is measured against; the machine's clock by default. */
  readonly now?: number;
}

/** One subject of the walk: yields a line for each violation. */
export interface Check {
  readonly name: string;
  readonly run: (stored: Stored, options: Required<CheckOptions>) => Iterable<string>;
}
