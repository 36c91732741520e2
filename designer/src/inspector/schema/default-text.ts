/** A default in words, shown faint where nothing is set. */
import type { Json } from "@sluice/schemas";
import type { Choice } from "./plain-schema.ts";

/** The name of the value among the choices, else the value as text; `undefined` for nothing worth showing. */
export function defaultText(value: Json | undefined, choices: readonly Choice[] = []): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const named = choices.find((choice) => choice.value === value)?.label;
  if (named !== undefined) return named;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(String).join(", ");
  return typeof value === "object" ? undefined : String(value);
}
