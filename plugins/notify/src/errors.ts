/** Every way in which a notification fails; the codes are part of the plugin's contract. */
import { ActionError } from "@sluice/plugin-sdk";

/** What can go wrong, and whether another try can help. */
const notifyFaults = {
  /** A secret or a setting is not there, or is not what it should be. */
  "notify.not-configured": false,
  /** The robot or the mail server will not take it, now or later. */
  "notify.refused": false,
  /** Too many messages in a short time. */
  "notify.too-fast": true,
  /** The other side has a fault of the moment. */
  "notify.busy": true,
  /** The operator does not allow this recipient. */
  "notify.recipient-refused": false,
} as const;

export type NotifyFault = keyof typeof notifyFaults;

/** Builds a failure; never put an address with its key into `message`. */
export const notifyError = (
  code: NotifyFault,
  message: string,
  extra: { readonly retryAfterMs?: number; readonly details?: unknown; readonly cause?: unknown } = {},
): ActionError => new ActionError({ code, message, retryable: notifyFaults[code], ...extra });
