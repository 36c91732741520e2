/** A fact's value as people read it: lists with their separator, long texts cut, nothing in quotes twice. */
import type { Json } from "@sluice/schemas";
import type { TFunction } from "i18next";
import type { Names } from "./names.ts";

const longest = 60;

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** The value of a fact; channels, categories and the like by their names. */
export function valueText(value: Json, fact: string, names: Names, t: TFunction): string {
  if (value === null) return t("words.none");
  if (typeof value === "boolean") return t(value ? "words.yes" : "words.no");
  if (typeof value === "number") return value.toLocaleString("en", { maximumFractionDigits: 6 });
  if (Array.isArray(value)) return value.map((item) => valueText(item, fact, names, t)).join(t("why.join"));
  if (typeof value === "object") return cut(JSON.stringify(value));
  return cut(namedValue(String(value), fact, names));
}

function namedValue(text: string, fact: string, names: Names): string {
  if (fact === "ticket.channel") return names.channel(text);
  if (fact === "ticket.shop") return names.shop(text);
  // `finance.` is how "everything below finance" is written.
  if (fact === "ticket.category") return names.category(text.replace(/\.$/, ""));
  if (fact === "agent.id") return names.agent(text);
  if (fact === "agent.groups") return names.group(text);
  return text;
}
