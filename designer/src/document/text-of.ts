import type { Label } from "@sluice/schemas";
import type { TFunction } from "i18next";
import type { Refusal, Text } from "../editor/command.ts";

/** A text of the message files with its places filled. */
export const textOf = (t: TFunction, { key, values }: Text): string => String(t(key, { ...values }));

/** A label in the language of the page. */
export const labelIn = (label: Label, language: string): string =>
  language.startsWith("zh") ? label.zh : label.en;

/** Why not, in one sentence. */
export function refusalText(refusal: Refusal, t: TFunction, language: string): string {
  const reason = textOf(t, refusal.reason);
  return refusal.detail === undefined ? reason : `${reason}: ${labelIn(refusal.detail, language)}`;
}
