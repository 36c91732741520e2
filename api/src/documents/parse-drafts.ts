/** Drafts that are tried in the place of what is live: simulations, backtests and impacts ask for the same. */
import { type AnyDocument, type Json, parseDocument, problem } from "@sluice/schemas";
import { AppError, type FieldError } from "../errors.ts";
import type { RuntimePort } from "../runtime-port.ts";
import { checkMeaning, identityOf } from "./check.ts";

const below = <T extends { readonly path: string }>(prefix: string, items: readonly T[]): T[] =>
  items.map((item) => ({ ...item, path: `${prefix}${item.path}` }));

/** Faults of the drafts beside the live documents that they do not replace; paths start at `prefix(index)`. */
export function refuseFaultyDrafts(
  drafts: readonly AnyDocument[],
  live: readonly AnyDocument[],
  checks: RuntimePort["checks"],
  prefix: (index: number) => string,
): void {
  const replaced = new Set(drafts.map(identityOf));
  const beside = [...live.filter((document) => !replaced.has(identityOf(document))), ...drafts];
  const errors = drafts.flatMap((draft, index) => below(prefix(index), checkMeaning(draft, beside, checks)));
  if (errors.length > 0) throw new AppError("document.invalid", { errors });
}

/** Parses and checks the drafts. Throws `document.invalid` with every fault below `/documents/<n>`. */
export function parseDrafts(
  inputs: readonly Json[],
  live: readonly AnyDocument[],
  checks: RuntimePort["checks"],
): readonly AnyDocument[] {
  const errors: FieldError[] = [];
  const drafts = new Map<string, AnyDocument>();
  for (const [index, input] of inputs.entries()) {
    const parsed = parseDocument(input);
    const path = `/documents/${index}`;
    if (!parsed.ok) errors.push(...below(path, parsed.problems));
    else if (drafts.has(identityOf(parsed.value)))
      errors.push(problem(path, "schema.duplicate", { name: identityOf(parsed.value) }));
    else drafts.set(identityOf(parsed.value), parsed.value);
  }
  if (errors.length > 0) throw new AppError("document.invalid", { errors });
  const parsed = [...drafts.values()];
  refuseFaultyDrafts(parsed, live, checks, (index) => `/documents/${index}`);
  return parsed;
}
