/** The form of a task as the workflow's admin wrote it: read leniently, as a broken field must not hide the others. */
import type { Json, Label } from "@sluice/schemas";
import type { TaskAnswers } from "../client/tasks.ts";

const fieldTypes = ["text", "number", "boolean", "select", "multiselect", "instant"] as const;
type TaskFieldType = (typeof fieldTypes)[number];

export interface TaskField {
  readonly key: string;
  readonly type: TaskFieldType;
  readonly label: Label;
  readonly required: boolean;
  readonly options: readonly { readonly value: string; readonly label: Label }[];
}

type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** A label in one language serves both; without any the key has to do. */
function toLabel(value: Json | undefined, otherwise: string): Label {
  if (typeof value === "string" && value !== "") return { zh: value, en: value };
  const { zh, en } = isObject(value) ? value : {};
  const known = [zh, en].find((text) => typeof text === "string" && text !== "") ?? otherwise;
  return { zh: String(zh || known), en: String(en || known) };
}

function toOption(option: Json): TaskField["options"] {
  if (typeof option === "string") return [{ value: option, label: { zh: option, en: option } }];
  if (!isObject(option) || typeof option.value !== "string") return [];
  return [{ value: option.value, label: toLabel(option.label, option.value) }];
}

/** The fields in order; what has no key is no field, an unknown type is a text. */
export function parseTaskFields(form: Json): readonly TaskField[] {
  return list(form).flatMap((item) => {
    if (!isObject(item) || typeof item.key !== "string" || item.key === "") return [];
    return [
      {
        key: item.key,
        type: fieldTypes.find((type) => type === item.type) ?? "text",
        label: toLabel(item.label, item.key),
        required: item.required === true,
        options: list(item.options).flatMap(toOption),
      },
    ];
  });
}

/** What was filled in; fields left empty are not sent. */
export function toTaskAnswers(values: Readonly<Record<string, Json | undefined>>): TaskAnswers {
  const filled = Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value === null || value === "" ? [] : [[key, value] as const],
  );
  return Object.fromEntries(filled);
}
