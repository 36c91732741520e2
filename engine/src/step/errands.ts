/**
 * What the movement of one token leaves to be done for others. They are done in order once that token stands still,
 * so no movement begins inside another, however many branches, items and subflows a workflow has.
 */
import type { NodeFailure, Wakeup } from "../workflow/node-kind.ts";

export type Errand =
  | { readonly do: "advance"; readonly run: string; readonly token: string }
  | { readonly do: "wake"; readonly run: string; readonly token: string; readonly wakeup: Wakeup }
  | { readonly do: "fail"; readonly run: string; readonly token: string; readonly failure: NodeFailure }
  | { readonly do: "collect"; readonly run: string; readonly token: string; readonly item: string }
  | { readonly do: "resume" | "skip" | "drop"; readonly run: string; readonly token: string }
  | { readonly do: "end"; readonly run: string; readonly status: "cancelled" };
