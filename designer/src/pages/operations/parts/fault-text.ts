/** What failed, as a sentence: our own words for the codes that are known, the family's for those that are not. */
import type { TFunction } from "i18next";

const families = ["http", "plugin", "action", "template"] as const;

/** The sentence for a code such as `http.status`; plugins of the house have codes of their own. */
export function faultText(code: string, t: TFunction): string {
  const key = code.replaceAll(".", "_");
  const known: string = t(`operations.fault.codes.${key}` as "operations.fault.other", { defaultValue: "" });
  if (known !== "") return known;
  const family = families.find((name) => code.startsWith(`${name}.`));
  return t(`operations.fault.${family ?? "other"}`);
}

/** Code and message of a job's stored error; `null` where it has none. */
export function jobFault(error: unknown): { readonly code: string; readonly message: string } | null {
  if (typeof error !== "object" || error === null) return null;
  const { code, message } = error as Readonly<Record<string, unknown>>;
  if (typeof code !== "string" && typeof message !== "string") return null;
  return {
    code: typeof code === "string" ? code : "",
    message: typeof message === "string" ? message : "",
  };
}
