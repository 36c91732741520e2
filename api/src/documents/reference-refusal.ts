/** What is about to be published, run by both evaluators: a difference refuses it. Outside of any transaction. */
import type { AnyDocument } from "@sluice/schemas";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { checkMeaning, identityOf } from "./check.ts";
import { stableJson } from "./stable-json.ts";

/** Longest that the documents of one publishing are checked, ms of the machine. */
const maxMs = 5_000;

/**
 * Checks those of the documents that differ from what is live; faulty ones are left to those who name the faults.
 * Paths of a fault start at `prefix(index)`.
 * @throws AppError `rules.reference-difference` with the rule, the facts and both answers.
 */
export async function refuseDifferent(
  { runtime }: AppContext,
  documents: readonly AnyDocument[],
  live: readonly AnyDocument[],
  prefix: (index: number) => string,
): Promise<void> {
  const texts = new Map(live.map((document) => [identityOf(document), stableJson(document)]));
  const named = new Set(documents.map(identityOf));
  const beside = [...live.filter((document) => !named.has(identityOf(document))), ...documents];
  const until = performance.now() + maxMs;
  for (const [index, document] of documents.entries()) {
    if (texts.get(identityOf(document)) === stableJson(document) || performance.now() > until) continue;
    if (checkMeaning(document, beside, runtime.checks).length > 0) return;
    const fault = await runtime.checks.reference(document, { documents: beside });
    if (fault === null) continue;
    const errors = [{ ...fault, path: `${prefix(index)}${fault.path}` }];
    throw new AppError("rules.reference-difference", { errors });
  }
}
