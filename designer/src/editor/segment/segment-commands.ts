/** What an admin does to a segment. */
import type { Condition } from "@sluice/schemas";
import type { Command } from "../command.ts";

/** Changes the condition; a segment always has one, since an empty one would mean nothing. */
export const setWhen = (when: Condition | undefined): Command<"segment"> => ({
  label: { key: "editor.commands.setWhen" },
  mergeKey: "when",
  refuse: () =>
    when === undefined ? { reason: { key: "editor.refusals.emptyWhen" }, path: "/spec/when" } : undefined,
  apply(draft) {
    if (when !== undefined) Object.assign(draft.spec, { when });
  },
});
