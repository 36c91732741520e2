/** Failures of work on many incidents, put together by their reason. */
import type { SettlingJob } from "../../../client/operations.ts";

export interface Reason {
  readonly code: string;
  readonly reason: string;
  readonly count: number;
}

/** The most frequent reason first; of two equally frequent ones the one that came first. */
export function byReason(failures: SettlingJob["failures"]): readonly Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { code, reason } of failures)
    reasons.set(code, { code, reason, count: (reasons.get(code)?.count ?? 0) + 1 });
  return [...reasons.values()].sort((a, b) => b.count - a.count);
}
