/** Every way in which tracking fails; the codes are part of the plugin's contract. */
import { ActionError } from "@sluice/plugin-sdk";

/** What can go wrong, and whether another try can help. */
const logisticsFaults = {
  "logistics.not-configured": false,
  "logistics.carrier-unknown": false,
  "logistics.refused": false,
  "logistics.busy": true,
  "logistics.answer-unexpected": false,
} as const;

export type LogisticsFault = keyof typeof logisticsFaults;

/** Builds a failure. */
export const logisticsError = (code: LogisticsFault, message: string, details?: unknown): ActionError =>
  new ActionError({
    code,
    message,
    retryable: logisticsFaults[code],
    ...(details === undefined ? {} : { details }),
  });
