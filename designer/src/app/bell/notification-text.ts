/** What a notification says, in one line. */
import type { Json } from "@sluice/schemas";
import { type NotificationView, notificationReasons } from "../../client/types.ts";
import { metricList } from "../../client/vocabulary.ts";
import type { SentenceContext } from "../../explain/sentence-context.ts";

function textIn(data: Json, key: string): string {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return "";
  const value = (data as { readonly [key: string]: Json })[key];
  return typeof value === "string" ? value : "";
}

/** A reason that this release does not know is shown as its id. */
export function notificationText(
  { reason, data }: NotificationView,
  { t, names }: Pick<SentenceContext, "t" | "names">,
): string {
  const known = notificationReasons.find((item) => item === reason);
  if (known === undefined) return reason;
  const metric = metricList.find((item) => item === textIn(data, "metric"));
  const card = textIn(data, "card") === "red" || known === "escalation" ? "red" : "yellow";
  const values = {
    metric: metric ? t(`words.metric.${metric}`) : "",
    pool: names.pool(textIn(data, "pool")),
    title: textIn(data, "title"),
  };
  return known === "sla-reminder" && card === "red"
    ? t("shell.bell.reason.sla-red", values)
    : t(`shell.bell.reason.${known}`, values);
}
