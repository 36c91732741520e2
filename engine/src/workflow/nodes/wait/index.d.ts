/** wait: a duration (clock or working time), an instant, or an event with a condition. */
import { type Condition } from "@sluice/schemas";
export interface WaitConfig {
  readonly for?: string;
  readonly calendar?: string;
  readonly until?: string;
  readonly event?: string;
  readonly when?: Condition | null;
  readonly timeout?: string;
  readonly saveAs?: string;
}
export declare const wait: import("../../node-kind.ts").NodeKind<WaitConfig>;
