/**
 * Whether a document may be published: what `parseDocument` cannot say, because it needs the catalog, the people
 * and the documents beside it. What passes here compiles; what is merely unwise is lint's to say.
 */
import type { AnyDocument, Problem } from "@sluice/schemas";
import { knownVariables } from "../workflow/brought-variables.ts";
import { checkCalendar } from "./calendar.ts";
import { checkCampaign } from "./campaign.ts";
import { type CheckContext, type CheckOptions, createCheckContext } from "./check-context.ts";
import { checkClassification } from "./classification.ts";
import { checkRouting } from "./routing.ts";
import { checkSegment } from "./segment.ts";
import { checkSla } from "./sla.ts";
import { checkWorkflow } from "./workflow.ts";

export type { CheckOptions } from "./check-context.ts";

function checkKind(document: AnyDocument, context: CheckContext): Problem[] {
  switch (document.kind) {
    case "segment":
      return checkSegment(document, context);
    case "calendar":
      return checkCalendar(document);
    case "classification":
      return checkClassification(document, context);
    case "sla":
      return checkSla(document, context);
    case "routing":
      return checkRouting(document, context);
    case "campaign":
      return checkCampaign(document, context);
    case "workflow":
      return checkWorkflow(document, context);
  }
}

/**
 * Every fault that refuses the publication of a document that `parseDocument` of `@sluice/schemas` has taken, each with its
 * JSON pointer into the document; empty when it may go live. Never throws for such a document (the ones beside it have to
 * be parsed, too); what was not parsed first may have no shape to be checked.
 */
export function checkDocument(document: AnyDocument, options: CheckOptions): Problem[] {
  const variables = document.kind === "workflow" ? knownVariables(document.spec) : undefined;
  return checkKind(document, createCheckContext(document, options, variables));
}
