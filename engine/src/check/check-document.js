import { checkCalendar } from "./calendar.js";
import { checkCampaign } from "./campaign.js";
import { createCheckContext } from "./check-context.js";
import { checkClassification } from "./classification.js";
import { checkRouting } from "./routing.js";
import { checkSegment } from "./segment.js";
import { checkSla } from "./sla.js";
import { checkWorkflow } from "./workflow.js";
function checkKind(document, context) {
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
 * Every fault that refuses the publication of a parsed document, each with its JSON pointer into the document;
 * empty when it may go live. Never throws.
 */
export function checkDocument(document, options) {
    const variables = document.kind === "workflow" ? document.spec.variables : undefined;
    return checkKind(document, createCheckContext(document, options, variables));
}
//# sourceMappingURL=check-document.js.map