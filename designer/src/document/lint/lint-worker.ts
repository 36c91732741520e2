/** Checks documents beside the page, so that drawing never waits for it. The engine runs here as it does on the server. */
import { lint } from "@sluice/engine";
import type { LintAnswer, LintRequest, LintSurroundings } from "./lint-message.ts";

let surroundings: LintSurroundings | null = null;

self.onmessage = ({ data }: MessageEvent<LintRequest>) => {
  if (data.type === "surroundings") {
    surroundings = data.surroundings;
    return;
  }
  if (surroundings === null) return;
  const { id, document, now } = data;
  const findings = lint(document, { ...surroundings, now });
  self.postMessage({ id, findings } satisfies LintAnswer);
};
