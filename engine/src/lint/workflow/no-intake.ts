/** The house takes every new ticket only if one of its workflows starts on `ticket.created` without a condition. */
import { type AnyDocument, finding, type WorkflowNode } from "@sluice/schemas";
import type { LintRule } from "../rule.ts";

const takesEverything = ({ type, config }: WorkflowNode): boolean =>
  type === "trigger" && config?.on === "ticket.created" && (config.when ?? null) === null;

/** Workflows that run only while a campaign is in force. */
const seasonal = (documents: readonly AnyDocument[]): ReadonlySet<string> =>
  new Set(
    documents.flatMap((document) =>
      document.kind === "campaign" ? document.spec.phases.flatMap(({ workflows }) => workflows ?? []) : [],
    ),
  );

export const noIntake: LintRule<"workflow"> = {
  id: "no-intake",
  check: (_document, { documents }) => {
    const onlyAtTimes = seasonal(documents);
    const taken = documents.some(
      (one) => one.kind === "workflow" && !onlyAtTimes.has(one.key) && one.spec.nodes.some(takesEverything),
    );
    return taken ? [] : [finding("warning", "/spec/nodes", "workflow.no-intake")];
  },
};
