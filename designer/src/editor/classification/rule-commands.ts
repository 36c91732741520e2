/** What an admin does to rules as cards: add, move, copy, rename, switch, date, delete. */
import type { ClassificationRule, Condition, SluiceDocument } from "@sluice/schemas";
import type { Draft } from "immer";
import type { Command } from "../command.ts";
import { copyId, indexOfRule, refuseMissingRule, ruleName, ruleOf } from "./rule.ts";

type ClassificationCommand = Command<"classification">;
type Document = SluiceDocument<"classification">;

/** Names of rules that a label holds are cut to this. */
const shortName = (name: string): string => (name.length > 20 ? `${name.slice(0, 20)}…` : name);

/** Adds a rule before the place `at`; at the end where that is beyond it. */
export const addRule = (rule: ClassificationRule, at: number): ClassificationCommand => ({
  label: { key: "classification.commands.add", values: { name: shortName(ruleName(rule)) } },
  refuse: ({ spec }) =>
    ruleOf(spec, rule.id)
      ? {
          reason: { key: "classification.refusals.sameId", values: { id: rule.id } },
          path: `/spec/rules/${indexOfRule(spec, rule.id)}`,
        }
      : undefined,
  apply(draft) {
    draft.spec.rules.splice(at, 0, structuredClone(rule) as Draft<ClassificationRule>);
  },
});

/** Deletes rules; ids that are not there are passed over. */
export const removeRules = (ids: readonly string[]): ClassificationCommand => ({
  label: { key: "classification.commands.remove", values: { count: ids.length } },
  apply(draft) {
    const gone = new Set(ids);
    const { rules } = draft.spec;
    for (let index = rules.length - 1; index >= 0; index -= 1)
      if (gone.has(rules[index]?.id ?? "")) rules.splice(index, 1);
  },
});

/** Moves a rule to the place `to` of the list without it; earlier rules are asked first. */
export const moveRule = (id: string, to: number): ClassificationCommand => ({
  label: { key: "classification.commands.move" },
  refuse: (document) => refuseMissingRule(document, id),
  apply(draft) {
    const { rules } = draft.spec;
    const from = indexOfRule(draft.spec, id);
    if (from === to) return;
    const [rule] = rules.splice(from, 1);
    if (rule) rules.splice(Math.max(0, to), 0, rule);
  },
});

/** Puts a copy right below a rule; `name` is what the copy is called. */
export const duplicateRule = (document: Document, id: string, name: string): ClassificationCommand => ({
  label: { key: "classification.commands.duplicate", values: { name: shortName(name) } },
  refuse: (now) => refuseMissingRule(now, id),
  apply(draft) {
    const at = indexOfRule(draft.spec, id);
    const rule = ruleOf(document.spec, id);
    if (rule === undefined) return;
    const copy = { ...structuredClone(rule), id: copyId(id, draft.spec.rules), name };
    draft.spec.rules.splice(at + 1, 0, copy as Draft<ClassificationRule>);
  },
});

const onRule = (
  id: string,
  command: Pick<ClassificationCommand, "label" | "mergeKey">,
  change: (rule: Draft<ClassificationRule>) => void,
): ClassificationCommand => ({
  ...command,
  refuse: (document) => refuseMissingRule(document, id),
  apply(draft) {
    const rule = draft.spec.rules[indexOfRule(draft.spec, id)];
    if (rule) change(rule);
  },
});

/** Switches a rule on or off. */
export const setEnabled = (id: string, enabled: boolean): ClassificationCommand =>
  onRule(id, { label: { key: `classification.commands.${enabled ? "enable" : "disable"}` } }, (rule) => {
    if (enabled) delete rule.enabled;
    else rule.enabled = false;
  });

/** Renames a rule; typing is one step. */
export const renameRule = (id: string, name: string): ClassificationCommand =>
  onRule(id, { label: { key: "classification.commands.rename" }, mergeKey: `rule ${id} name` }, (rule) => {
    rule.name = name;
  });

/** Changes the condition; a rule always has one. */
export const setWhen = (id: string, when: Condition | undefined): ClassificationCommand => {
  const command = onRule(
    id,
    { label: { key: "editor.commands.setWhen" }, mergeKey: `rule ${id} when` },
    (rule) => {
      if (when !== undefined) rule.when = structuredClone(when) as Draft<Condition>;
    },
  );
  return {
    ...command,
    refuse: (document) =>
      when === undefined
        ? {
            reason: { key: "classification.refusals.emptyWhen" },
            path: `/spec/rules/${indexOfRule(document.spec, id)}/when`,
          }
        : command.refuse?.(document),
  };
};

/** From when or until when a rule takes part; `undefined` = without that bound. */
export const setActive = (
  id: string,
  bound: "activeFrom" | "activeUntil",
  instant: string | undefined,
): ClassificationCommand =>
  onRule(
    id,
    { label: { key: "classification.commands.setActive" }, mergeKey: `rule ${id} ${bound}` },
    (rule) => {
      if (instant === undefined) delete rule[bound];
      else rule[bound] = instant;
    },
  );
