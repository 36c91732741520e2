/** action: calls a plugin action as a durable job under the key `runId:nodeId:visit`. */
import { type Json } from "@sluice/schemas";
export declare const action: import("../../node-kind.ts").NodeKind<{
  action: string;
  version: string;
  input?: Record<string, Json>;
  saveAs?: string;
  timeout?: string;
  retry?: {
    maxAttempts?: number;
    backoff?: "exponential" | "fixed";
    initial?: string;
    max?: string;
  };
}>;
