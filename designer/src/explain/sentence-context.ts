import type { TFunction } from "i18next";
import type { Names } from "./names.ts";

/** What it takes to say a decision in somebody's language. */
export interface SentenceContext {
  readonly t: TFunction;
  readonly names: Names;
  /** An instant (epoch ms or ISO) in the workspace's zone. */
  readonly instant: (at: number | string) => string;
}
