/** What holds for the whole ruleset: how many rules count, whose priority wins, when it is asked again. */
import type { ClassificationSpec } from "@sluice/schemas";
import type { Command } from "../command.ts";

type Policy = Required<Pick<ClassificationSpec, "mode" | "priority" | "reclassify">>;

/** What the format means where a document says nothing. */
export const policyDefaults: Policy = { mode: "all", priority: "most-urgent", reclassify: "never" };

/** The policy in force, defaults filled in. */
export const policyOf = ({
  mode = policyDefaults.mode,
  priority = policyDefaults.priority,
  reclassify = policyDefaults.reclassify,
}: ClassificationSpec): Policy => ({ mode, priority, reclassify });

const setting = <P extends keyof Policy>(part: P, value: Policy[P]): Command<"classification"> => ({
  label: { key: `classification.commands.policy.${part}` },
  apply(draft) {
    Object.assign(draft.spec, { [part]: value });
  },
});

/** All matching rules together, or the first alone. */
export const setMode = (mode: Policy["mode"]) => setting("mode", mode);

/** Whose priority wins where several rules give one. */
export const setPriorityChoice = (choice: Policy["priority"]) => setting("priority", choice);

/** Whether a customer's further messages are classified again. */
export const setReclassify = (when: Policy["reclassify"]) => setting("reclassify", when);
