import type { CampaignDocument } from "../../../editor/campaign/find.ts";
import { freshId } from "../../../editor/sla/tier.ts";

/** An id that no rule and no route of the campaign has. */
export function freshItemId({ spec }: CampaignDocument, stem: string): string {
  const rules = spec.phases.flatMap(({ classification = [] }) =>
    classification.flatMap(({ prepend }) => prepend),
  );
  const routes = spec.phases.flatMap(({ routing = [] }) => routing.flatMap(({ prepend = [] }) => prepend));
  return freshId(stem.slice(0, 50), [...rules, ...routes]);
}
