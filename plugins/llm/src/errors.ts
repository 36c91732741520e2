/** Every way in which a model's answer fails; the codes are part of the plugin's contract. */
import { ActionError } from "@sluice/plugin-sdk";

/** What can go wrong, and whether another try can help: a model may answer otherwise the next time. */
const llmFaults = {
  "llm.not-configured": false,
  "llm.answer-invalid": true,
  "llm.answer-cut": false,
  "llm.refused": false,
} as const;

export type LlmFault = keyof typeof llmFaults;

/** Builds a failure. */
export const llmError = (code: LlmFault, message: string, details?: unknown): ActionError =>
  new ActionError({
    code,
    message,
    retryable: llmFaults[code],
    ...(details === undefined ? {} : { details }),
  });
