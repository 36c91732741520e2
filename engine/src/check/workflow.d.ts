/** workflow: its nodes, its edges, and that something can start it. */
import { type Problem, type SluiceDocument } from "@sluice/schemas";
import type { CheckContext } from "./check-context.ts";
/** Everything that keeps a workflow from being published. The context knows its variables as `vars.<name>`. */
export declare function checkWorkflow({ spec }: SluiceDocument<"workflow">, context: CheckContext): Problem[];
