/** The house takes every new ticket only if one of its workflows starts on `ticket.created` without a condition. */
import {
  type AnyDocument,
  type FindingFix,
  finding,
  type SluiceDocument,
  type WorkflowNode,
} from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { removal } from "../fixes.ts";
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

/** The first trigger for new tickets without its condition. */
function takeEverything({ spec }: SluiceDocument<"workflow">): FindingFix | undefined {
  const index = spec.nodes.findIndex(
    ({ type, config }) => type === "trigger" && config?.on === "ticket.created",
  );
  return index < 0 ? undefined : removal(at("/spec/nodes", index, "config", "when"), "take-all-tickets");
}

export const noIntake: LintRule<"workflow"> = {
  id: "no-intake",
  check: (document, { documents }) => {
    const onlyAtTimes = seasonal(documents);
    const taken = documents.some(
      (one) => one.kind === "workflow" && !onlyAtTimes.has(one.key) && one.spec.nodes.some(takesEverything),
    );
    if (taken) return [];
    const fix = onlyAtTimes.has(document.key) ? undefined : takeEverything(document);
    return [finding("warning", "/spec/nodes", "workflow.no-intake", {}, fix)];
  },
};
