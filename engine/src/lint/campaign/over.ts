/** A campaign whose time is past. */
import { finding } from "@sluice/schemas";
import { readInstant } from "../../check/window.ts";
import type { LintRule } from "../rule.ts";

export const over: LintRule<"campaign"> = {
  id: "over",
  check: ({ spec }, { now }) => {
    const until = readInstant(spec.until);
    const isPast = now !== undefined && until !== undefined && until <= now;
    return isPast ? [finding("info", "/spec/until", "campaign.over")] : [];
  },
};
