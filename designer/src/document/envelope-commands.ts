/** Commands on what every document has: name and description; and whole texts from elsewhere. */
import { applyPatch, type DocumentKind, type FindingFix } from "@sluice/schemas";
import { current } from "immer";
import type { Command } from "../editor/command.ts";
import { labelIn } from "./text-of.ts";

export const rename = <K extends DocumentKind>(name: string): Command<K> => ({
  label: { key: "editor.commands.renameTo", values: { name } },
  apply(draft) {
    (draft as { name: string }).name = name;
  },
});

/** An empty text takes the description away. */
export const describe = <K extends DocumentKind>(text: string): Command<K> => ({
  label: { key: "editor.commands.describe" },
  apply(draft) {
    const target = draft as { description?: string };
    if (text === "") delete target.description;
    else target.description = text;
  },
});

const patched = (document: unknown, { patch }: FindingFix) =>
  applyPatch(document, patch) as Readonly<Record<string, unknown>> | undefined;

/** What a finding proposes, as one command; refused where the document has changed so that it no longer fits. */
export const fixCommand = <K extends DocumentKind>(fix: FindingFix, language: string): Command<K> => ({
  label: { key: "editor.commands.fix", values: { name: labelIn(fix.label, language) } },
  refuse: (document) =>
    patched(document, fix) === undefined ? { reason: { key: "editor.refusals.fixGone" } } : undefined,
  apply(draft) {
    const before = current(draft as object) as Readonly<Record<string, unknown>>;
    for (const [name, value] of Object.entries(patched(before, fix) ?? {}))
      if (value !== before[name]) (draft as Record<string, unknown>)[name] = value;
  },
});
