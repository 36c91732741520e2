/** Every way in which mail fails to go out or come in; the codes are part of the plugin's contract. */
import { ActionError } from "@sluice/plugin-sdk";

/** What can go wrong, and whether another try can help. */
const mailFaults = {
  "channel-email.not-configured": false,
  "channel-email.no-address": false,
  "channel-email.refused": false,
  "channel-email.busy": true,
  "channel-email.unreadable": false,
} as const;

export type MailFault = keyof typeof mailFaults;

/** Builds a failure. */
export const mailError = (
  code: MailFault,
  message: string,
  extra: { readonly details?: unknown; readonly cause?: unknown } = {},
): ActionError => new ActionError({ code, message, retryable: mailFaults[code], ...extra });
