/** branch: ordered named conditions; the first that holds is taken, else `else`. */
import { type Condition } from "@sluice/schemas";
export interface BranchConfig {
  readonly branches: readonly {
    readonly id: string;
    readonly name: string;
    readonly when: Condition;
  }[];
}
export declare const branch: import("../../node-kind.ts").NodeKind<BranchConfig>;
