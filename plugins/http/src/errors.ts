/** Every way in which `http.request` fails; the codes are part of its contract. */
import { ActionError } from "@sluice/plugin-sdk";

/** What can go wrong, and whether another try can help. */
const httpFaults = {
  "http.url-invalid": false,
  "http.header-invalid": false,
  "http.secret-missing": false,
  "http.address-refused": false,
  "http.redirects": false,
  "http.redirect-invalid": false,
  "http.too-large": false,
  "http.encoding": false,
  "http.body-invalid": false,
  "http.status": false,
  "http.timeout": true,
  "http.network": true,
} as const;

export type HttpFault = keyof typeof httpFaults;

/** Builds a failure; `extra` may override whether it can be tried again. */
export const httpError = (
  code: HttpFault,
  message: string,
  extra: { retryable?: boolean; retryAfterMs?: number; details?: unknown; cause?: unknown } = {},
): ActionError => new ActionError({ code, message, retryable: httpFaults[code], ...extra });
