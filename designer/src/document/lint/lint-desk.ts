/** The worker's side: what it knows of the house and of the document, and its answers. No worker here: a test can ask. */
import { CheckMemory, lint } from "@sluice/engine";
import type { AnyDocument } from "@sluice/schemas";
import { applyDelta } from "./document-delta.ts";
import type { LintAnswer, LintRequest, LintSurroundings } from "./lint-message.ts";

/** Answers one request after the other; `undefined` where nothing is to be said. */
export function createLintDesk(): (request: LintRequest) => LintAnswer | undefined {
  let surroundings: LintSurroundings | null = null;
  let memory = new CheckMemory();
  let document: unknown;
  return (request) => {
    if (request.type === "surroundings") {
      surroundings = request.surroundings;
      memory = new CheckMemory();
      return undefined;
    }
    document = applyDelta(document, request.delta);
    if (surroundings === null) return undefined;
    const { id, now } = request;
    return { id, findings: lint(document as AnyDocument, { ...surroundings, memory, now }) };
  };
}
