/** trigger: where a workflow starts, and under which condition. */
import { type Condition } from "@sluice/schemas";
import { type TriggerEvent } from "../../trigger-events.ts";
export interface TriggerConfig {
  readonly on: TriggerEvent;
  readonly when?: Condition | null;
  readonly allowSelf?: boolean;
  readonly cron?: string;
  readonly timezone?: string;
  readonly path?: string;
}
export declare const trigger: import("../../node-kind.ts").NodeKind<TriggerConfig>;
