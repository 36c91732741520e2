/** The form of a task as its admin edits it; the agent's side reads it in `pages/ticket/rail/task-fields.ts`. */
import type { Json, Label } from "@sluice/schemas";
import { idFromName } from "./name-id.ts";

export const taskFieldTypes = ["text", "number", "boolean", "select", "multiselect", "instant"] as const;
export type TaskFieldType = (typeof taskFieldTypes)[number];

type Option = { readonly value: string; readonly label?: Label | string };

/** One field; what else somebody wrote into it is kept. */
export type TaskFormField = {
  readonly key: string;
  readonly type?: TaskFieldType;
  readonly label?: Label | string;
  readonly required?: boolean;
  readonly options?: readonly (Option | string)[];
  readonly [more: string]: Json | undefined;
};

const languageKey = (language: string): keyof Label => (language.startsWith("zh") ? "zh" : "en");

const nameIn = (label: Label | string | undefined, language: string, otherwise: string): string => {
  if (typeof label === "string") return label;
  return label?.[languageKey(language)] || label?.zh || label?.en || otherwise;
};

/** The name in a language; the key where there is none. */
export const fieldName = ({ label, key }: TaskFormField, language: string): string =>
  label === undefined ? key : nameIn(label, language, "");

/** A label with a name in one language; the other follows while it says the same or nothing. */
function renamed(label: Label | string | undefined, name: string, language: string): Label {
  const own = languageKey(language);
  const other = own === "zh" ? "en" : "zh";
  const before = typeof label === "string" ? { zh: label, en: label } : label;
  const kept = before?.[other];
  const follows = !kept || kept === before?.[own];
  return { zh: name, en: name, [other]: follows ? name : kept };
}

/** A field with a part of it changed; options go when its type has none. */
export function changeField(
  field: TaskFormField,
  { name, required, ...rest }: { name?: string; required?: boolean; type?: TaskFieldType; key?: string },
  language: string,
): TaskFormField {
  const { required: _was, ...others } = { ...field, ...rest };
  const next: TaskFormField = {
    ...others,
    ...(name === undefined ? {} : { label: renamed(field.label, name, language) }),
    ...((required ?? field.required) ? { required: true } : {}),
  };
  if (hasOptions(next) || next.options === undefined) return next;
  const { options: _options, ...plain } = next;
  return plain;
}

/** Where something is chosen from a list. */
export const hasOptions = ({ type }: TaskFormField): boolean => type === "select" || type === "multiselect";

const toOption = (option: Option | string): Option =>
  typeof option === "string" ? { value: option, label: option } : option;

export const optionTexts = ({ options = [] }: TaskFormField, language: string): readonly string[] =>
  options.map((option) => {
    const { value, label } = toOption(option);
    return nameIn(label, language, value);
  });

/** Options by their texts; those that were there keep their values. */
export function toOptions(
  texts: readonly string[],
  { options = [] }: TaskFormField,
  language: string,
): readonly Option[] {
  const known = options.map(toOption);
  return texts.map(
    (text) =>
      known.find(({ value, label }) => nameIn(label, language, value) === text) ?? {
        value: text,
        label: { zh: text, en: text },
      },
  );
}

/** A text field with a key of its own. */
export const newField = (taken: readonly string[], name: string): TaskFormField => ({
  key: idFromName("", taken, "field"),
  type: "text",
  label: { zh: name, en: name },
});
