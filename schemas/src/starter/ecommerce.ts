/** The starter pack `ecommerce`: a customer service centre that works on its first evening. */
import type { AnyDocument } from "../documents/document.ts";
import type { Settings } from "../settings.ts";
import { starterCalendars } from "./calendars.ts";
import { starterClassification } from "./classification.ts";
import { type StarterPeople, starterPeople } from "./people.ts";
import { starterRouting } from "./routing.ts";
import { starterSegments } from "./segments.ts";
import { starterSettings } from "./settings.ts";
import { starterSla } from "./sla.ts";
import { intakeWorkflow } from "./workflows/intake.ts";

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
  ],
  settings: starterSettings,
  people: starterPeople,
};
