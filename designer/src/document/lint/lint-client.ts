/**
 * Asks the worker what it thinks of a document. The latest document wins: while a check is under way newer documents
 * wait, only the newest of them is checked next, and an answer about an older one is dropped.
 */
import type { AnyDocument, Finding } from "@sluice/schemas";
import { deltaOf } from "./document-delta.ts";
import type { LintAnswer, LintRequest, LintSurroundings } from "./lint-message.ts";

/** The end of the line to a worker. */
export interface LintPort {
  send(request: LintRequest): void;
  onAnswer(listener: (answer: LintAnswer) => void): void;
  close(): void;
}

export interface LintClient {
  /** What surrounds the document from now on; the last document is checked anew. */
  surround(surroundings: LintSurroundings): void;
  check(document: AnyDocument): void;
  close(): void;
}

/** A client of `port`; `onFindings` hears what was found in the latest document. */
export function createLintClient(
  port: LintPort,
  onFindings: (findings: readonly Finding[]) => void,
  now: () => number,
): LintClient {
  let surrounded = false;
  let latest: AnyDocument | null = null;
  /** What the worker knows of the document; of the next only what changed is sent. */
  let sent: AnyDocument | null = null;
  /** The check under way, and whether something newer waits for it to end. */
  let underWay: number | null = null;
  let waits = false;
  let lastId = 0;

  function start(): void {
    if (!surrounded || latest === null) return;
    if (underWay !== null) {
      waits = true;
      return;
    }
    lastId += 1;
    underWay = lastId;
    waits = false;
    port.send({ type: "check", id: lastId, delta: deltaOf(sent, latest), now: now() });
    sent = latest;
  }

  port.onAnswer(({ id, findings }) => {
    if (id !== underWay) return;
    underWay = null;
    if (waits) start();
    else onFindings(findings);
  });

  return {
    surround(surroundings) {
      surrounded = true;
      port.send({ type: "surroundings", surroundings });
      start();
    },
    check(document) {
      latest = document;
      start();
    },
    close: () => port.close(),
  };
}
