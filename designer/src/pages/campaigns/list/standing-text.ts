/** How a campaign stands, in words: 进行中 · 还剩 3 天. */
import type { TFunction } from "i18next";
import type { Standing } from "../../../editor/campaign/standing.ts";
import { formatAge, formatDuration } from "../../../format/duration.ts";

/** What is left, what is to come, or how long ago; the larger unit alone where it is far off. */
export function standingText({ state, span }: Standing, now: number, t: TFunction): string {
  switch (state) {
    case "running":
      return t("campaign.standing.running", { length: formatDuration(Math.max(0, span.until - now), t) });
    case "scheduled":
      return t("campaign.standing.scheduled", { length: formatAge(span.from - now, t) });
    case "over":
      return t("campaign.standing.over", { length: formatAge(now - span.until, t) });
    case "draft":
      return t("campaign.standing.draft");
  }
}
