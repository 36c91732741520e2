/** When a reminder fires: open time before or after due, or a share of the target; as `sla` documents write it. */

export type ReminderAt =
  | { readonly kind: "before" | "after"; readonly length: string }
  | { readonly kind: "at" }
  | { readonly kind: "share"; readonly percent: number };

/** Reads `-PT30M`, `PT0S`, `PT2H` or `75%`. */
export function parseReminderAt(text: string): ReminderAt | undefined {
  const share = /^(\d{1,3}(?:\.\d{1,2})?)%$/.exec(text);
  if (share) return { kind: "share", percent: Number(share[1]) };
  if (!/^-?P/.test(text)) return undefined;
  const length = text.replace(/^-/, "");
  if (/^P(?:0D)?(?:T(?:0+[HMS])+)?$/.test(length)) return { kind: "at" };
  return { kind: text.startsWith("-") ? "before" : "after", length };
}

/** Writes it back. */
export function writeReminderAt(at: ReminderAt): string {
  switch (at.kind) {
    case "at":
      return "PT0S";
    case "share":
      return `${at.percent}%`;
    case "before":
      return `-${at.length}`;
    case "after":
      return at.length;
  }
}

/** The reminder in another way of saying when; a length is kept. */
export function withReminderKind(at: ReminderAt | undefined, kind: ReminderAt["kind"]): ReminderAt {
  if (kind === "at") return { kind };
  if (kind === "share") return { kind, percent: at?.kind === "share" ? at.percent : 75 };
  return { kind, length: at?.kind === "before" || at?.kind === "after" ? at.length : "PT30M" };
}
