/** The starter pack `ecommerce`: a customer service centre that works on its first evening. */
import type { AnyDocument } from "../documents/document.ts";
import type { Settings } from "../settings.ts";
import { starterCalendars } from "./calendars.ts";
import { backlogCampaign } from "./campaign-backlog.ts";
import { double11Campaign } from "./campaign-double11.ts";
import { starterClassification } from "./classification.ts";
import { type StarterPeople, starterPeople } from "./people.ts";
import { starterRouting } from "./routing.ts";
import { starterSegments } from "./segments.ts";
import { starterSettings } from "./settings.ts";
import { starterSla } from "./sla.ts";
import { backlogAutoreplyWorkflow } from "./workflows/backlog-autoreply.ts";
import { complaintWorkflow } from "./workflows/complaint.ts";
import { double11AutoreplyWorkflow } from "./workflows/double11-autoreply.ts";
import { intakeWorkflow } from "./workflows/intake.ts";
import { logisticsStalledWorkflow } from "./workflows/logistics-stalled.ts";
import { returnsWorkflow } from "./workflows/returns.ts";
import { surveyWorkflow } from "./workflows/survey.ts";

/** Everything that a fresh workspace is loaded with. */
export interface StarterPack {
  /** In the order in which they can be loaded: what is referred to comes first. */
  readonly documents: readonly AnyDocument[];
  readonly settings: Settings;
  readonly people: StarterPeople;
}

export const ecommerceStarter: StarterPack = {
  documents: [
    ...starterSegments,
    ...starterCalendars,
    starterClassification,
    starterSla,
    starterRouting,
    intakeWorkflow,
    returnsWorkflow,
    logisticsStalledWorkflow,
    complaintWorkflow,
    surveyWorkflow,
    double11AutoreplyWorkflow,
    backlogAutoreplyWorkflow,
    double11Campaign,
    backlogCampaign,
  ],
  settings: starterSettings,
  people: starterPeople,
};
