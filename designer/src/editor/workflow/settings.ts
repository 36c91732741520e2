/** Commands on what belongs to the workflow as a whole. */

import type { WorkflowSpec } from "@sluice/schemas";
import { castDraft } from "immer";
import type { WorkflowCommand } from "./drafting.ts";

export type Variables = NonNullable<WorkflowSpec["variables"]>;
export type Concurrency = NonNullable<WorkflowSpec["concurrency"]>;

/** The variables a run carries, as a whole. */
export const setVariables = (variables: Variables, field = ""): WorkflowCommand => ({
  label: { key: "workflow.commands.setVariables" },
  ...(field === "" ? {} : { mergeKey: `variables:${field}` }),
  apply({ spec }) {
    spec.variables = castDraft(structuredClone(variables));
  },
});

/** What happens when the workflow starts on a ticket on which it already runs. */
export const setConcurrency = (concurrency: Concurrency): WorkflowCommand => ({
  label: { key: "workflow.commands.setConcurrency" },
  apply({ spec }) {
    spec.concurrency = concurrency;
  },
});

/** What the workflow is for, in the admin's own words. */
export const describeWorkflow = (description: string): WorkflowCommand => ({
  label: { key: "editor.commands.describe" },
  mergeKey: "description",
  apply(draft) {
    draft.description = description;
  },
});
