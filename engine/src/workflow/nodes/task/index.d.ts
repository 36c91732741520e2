/** task: work for a group or a person, with a form, a due time and named outcomes (approval, hand-over). */
import { type Json } from "@sluice/schemas";
export declare const task: import("../../node-kind.ts").NodeKind<{
  title: string;
  group?: string;
  assignee?: string;
  outcomes: {
    id: string;
    name: string;
  }[];
  due?: string;
  calendar?: string;
  form?: Json[];
  needed?: number | "all" | "any";
  saveAs?: string;
}>;
