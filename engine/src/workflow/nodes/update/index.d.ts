/** update: sets status, stage, priority, category, tags, fields and variables; strings are templates. */
import { type Json } from "@sluice/schemas";
export declare const update: import("../../node-kind.ts").NodeKind<{
  status?: "closed" | "new" | "on_hold" | "open" | "pending_customer" | "resolved";
  stage?: string;
  priority?: "P0" | "P1" | "P2" | "P3";
  category?: string;
  addTags?: string[];
  removeTags?: string[];
  fields?: Record<string, Json>;
  variables?: Record<string, Json>;
}>;
