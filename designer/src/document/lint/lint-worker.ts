/** Checks documents beside the page, so that drawing never waits for it. The engine runs here as it does on the server. */
import { createLintDesk } from "./lint-desk.ts";
import type { LintRequest } from "./lint-message.ts";

const answer = createLintDesk();

self.onmessage = ({ data }: MessageEvent<LintRequest>) => {
  const found = answer(data);
  if (found) self.postMessage(found);
};
