/** What was changed on a ticket, in words. */
import type { Json } from "@sluice/schemas";
import { priorityList, statusList } from "../../../client/vocabulary.ts";
import type { SentenceContext } from "../../../explain/sentence-context.ts";
import { type JsonObject, objectAt, textsAt } from "./read-json.ts";

const plain = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

function propertyText(key: string, value: Json, { t, names }: SentenceContext): string {
  const none = t("ticket.fact.notSet");
  if (value === null) return none;
  const status = statusList.find((item) => item === value);
  if (key === "status" && status) return t(`words.status.${status}`);
  const priority = priorityList.find((item) => item === value);
  if (key === "priority" && priority) return priority;
  return key === "category" ? names.category(plain(value)) : plain(value);
}

const properties = ["status", "stage", "priority", "category"] as const;

/** `状态 → 已解决，加标签 退换货`; empty where nothing we know of was changed. */
export function changeSentence(changes: JsonObject, context: SentenceContext): string {
  const { t, names } = context;
  const join = t("why.join");
  const parts: string[] = properties.flatMap((key) => {
    const value = changes[key];
    return value === undefined
      ? []
      : [t(`ticket.change.${key}`, { value: propertyText(key, value, context) })];
  });
  for (const key of ["addTags", "removeTags"] as const) {
    const tags = textsAt(changes, key);
    if (tags.length > 0) parts.push(t(`ticket.change.${key}`, { value: tags.join(join) }));
  }
  for (const [key, value] of Object.entries(objectAt(changes, "fields"))) {
    parts.push(t("ticket.change.field", { name: names.field(key), value: plain(value) }));
  }
  return parts.join(join);
}
