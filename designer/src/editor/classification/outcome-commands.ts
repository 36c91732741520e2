/** What a rule gives, and what `otherwise` gives where no rule did. */
import type { ClassificationOutcome, ClassificationSpec, Json, Priority } from "@sluice/schemas";
import type { Draft } from "immer";
import type { Command } from "../command.ts";
import { indexOfRule, refuseMissingRule } from "./rule.ts";

type ClassificationCommand = Command<"classification">;

/** One part of an outcome with its new value; a part without one is not given any more. */
export type OutcomePart =
  | { readonly part: "addTags"; readonly value: readonly string[] }
  | { readonly part: "category"; readonly value: string | undefined }
  | { readonly part: "priority"; readonly value: Priority | undefined }
  | { readonly part: "fields"; readonly value: { readonly [key: string]: Json } }
  | { readonly part: "stop"; readonly value: boolean };

type Target = Draft<ClassificationOutcome>;

const isEmpty = (value: OutcomePart["value"]): boolean =>
  value === undefined ||
  value === "" ||
  value === false ||
  (typeof value === "object" && Object.keys(value).length === 0);

/** What is empty is left out of the document, so that it says only what is meant. */
function give(target: Target, { part, value }: OutcomePart): void {
  if (isEmpty(value)) delete target[part];
  else Object.assign(target, { [part]: typeof value === "object" ? structuredClone(value) : value });
}

/** Changes one part of what a rule gives. */
export const setOutcome = (id: string, part: OutcomePart): ClassificationCommand => ({
  label: { key: `classification.commands.set.${part.part}` },
  mergeKey: `rule ${id} ${part.part}`,
  refuse: (document) => refuseMissingRule(document, id),
  apply(draft) {
    const rule = draft.spec.rules[indexOfRule(draft.spec, id)];
    if (rule) give(rule.then, part);
  },
});

/** Changes one part of what tickets get that no rule gave it to. */
export const setOtherwise = (
  part: Exclude<OutcomePart, { readonly part: "stop" }>,
): ClassificationCommand => ({
  label: { key: "classification.commands.setOtherwise" },
  mergeKey: `otherwise ${part.part}`,
  apply(draft) {
    const otherwise: Draft<NonNullable<ClassificationSpec["otherwise"]>> = draft.spec.otherwise ?? {};
    give(otherwise, part);
    if (Object.keys(otherwise).length === 0) delete draft.spec.otherwise;
    else draft.spec.otherwise = otherwise;
  },
});
