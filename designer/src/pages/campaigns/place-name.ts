/** Places of a campaign in its own words: `开售 › 时限`. */
import type { TFunction } from "i18next";
import type { PlaceName } from "../../document/frame.ts";
import { stepsOf } from "../../document/place-name.ts";
import { phaseName } from "../../editor/campaign/find.ts";

const titles = {
  sla: "campaign.sla.title",
  classification: "campaign.rules.title",
  routing: "campaign.routes.title",
  workflows: "campaign.workflows.title",
  announcement: "campaign.announcement.title",
  from: "campaign.page.from",
  until: "campaign.page.until",
} as const;

/** Names what lies in a phase; anything else gets the general name. */
export const campaignPlaceName =
  (t: TFunction): PlaceName<"campaign"> =>
  ({ spec }, path) => {
    const [root, list, at, part = ""] = stepsOf(path);
    if (root !== "spec") return "";
    if (list === "from" || list === "until") return `${t("campaign.page.window")} › ${t(titles[list])}`;
    const phase = list === "phases" ? spec.phases[Number(at)] : undefined;
    if (!phase) return "";
    const title = Object.hasOwn(titles, part) ? t(titles[part as keyof typeof titles]) : undefined;
    return title ? `${phaseName(phase)} › ${title}` : phaseName(phase);
  };
