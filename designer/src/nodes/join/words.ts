/** join: how many of the ways it waits for. */
import type { NodePart } from "../words.ts";

export const join: NodePart = {
  words({ wait }, { t }) {
    if (typeof wait === "number") return t("workflow.words.joinSome", { count: wait });
    return wait === "any" ? t("workflow.words.joinAny") : t("workflow.words.joinAll");
  },
};
