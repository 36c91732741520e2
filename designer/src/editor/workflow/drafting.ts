/** What the commands of a workflow are made with. */
import type { Command, Editable, Refusal, Text } from "../command.ts";
import type { IdSource } from "./ids.ts";
import type { Kinds } from "./model.ts";

export interface Drafting {
  readonly kinds: Kinds;
  readonly ids: IdSource;
}

export type WorkflowCommand = Command<"workflow">;
export type WorkflowDraft = Editable<"workflow">;

/** Why not, as a text. */
export const refusal = (
  key: Extract<Text["key"], `workflow.refusals.${string}`>,
  values: Text["values"] = {},
): Refusal => ({ reason: { key, values } });
