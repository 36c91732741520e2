/** A failure that nothing handles: it becomes an incident, which may well be meant. */
import { finding } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import type { LintRule } from "../rule.ts";

export const errorUnwired: LintRule<"workflow"> = {
  id: "error-unwired",
  check: (_document, { graph }) =>
    [...(graph?.nodes.values() ?? [])]
      .filter(
        ({ node, ports }) => ports?.some(({ id }) => id === "error") && !graph?.isWired(node.id, "error"),
      )
      .map(({ index }) => finding("info", at("/spec/nodes", index), "workflow.error-unwired")),
};
