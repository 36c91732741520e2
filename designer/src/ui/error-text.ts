/**
 * An error as one sentence for a message. The api explains itself in English; the codes that people meet while they
 * work with tickets have sentences in both languages here, and the others fall back to the kind of error.
 */
import type { TFunction } from "i18next";
import { ApiError, isConflict } from "../client/errors.ts";

export type ErrorKind = "offline" | "notFound" | "forbidden" | "server";

/** Which of our explanations fits. */
export function errorKind(error: unknown): ErrorKind {
  if (!(error instanceof ApiError)) return "server";
  if (error.status === 0) return "offline";
  if (error.status === 404) return "notFound";
  return error.status === 403 ? "forbidden" : "server";
}

/** What to tell the person, in the language of `t`. */
export function errorText(error: unknown, t: TFunction, language: string): string {
  if (isConflict(error)) return t("errors.conflict");
  if (!(error instanceof ApiError)) return t("errors.server");
  const known: string = t(`errors.codes.${error.code.replace(/\./g, "_")}` as "errors.server", {
    defaultValue: "",
  });
  if (known !== "") return known;
  if (!language.startsWith("zh") && error.detail !== "") return error.detail;
  const kind = t(`errors.${errorKind(error)}`);
  return error.status === 0 ? kind : `${kind} (${error.code})`;
}
