/** Every way in which the ERP fails; the codes are part of the plugin's contract. */
import { ActionError } from "@sluice/plugin-sdk";

/** What can go wrong, and whether another try can help. */
const erpFaults = {
  "erp.not-configured": false,
  "erp.refused": false,
  "erp.busy": true,
  "erp.answer-unexpected": false,
} as const;

export type ErpFault = keyof typeof erpFaults;

/** Builds a failure. */
export const erpError = (code: ErpFault, message: string, details?: unknown): ActionError =>
  new ActionError({
    code,
    message,
    retryable: erpFaults[code],
    ...(details === undefined ? {} : { details }),
  });
