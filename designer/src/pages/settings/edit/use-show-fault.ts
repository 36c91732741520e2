import { useEffect } from "react";
import type { Fault } from "./faults.ts";

/** Opens the first faulty row when faults appear; the person's own choice stays afterwards. */
export function useShowFault(faults: readonly Fault[], choose: (uid: string) => void): void {
  const first = faults[0]?.uid;
  const faulty = faults.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when faults appear, not whenever one is answered to
  useEffect(() => {
    if (faulty && first) choose(first);
  }, [faulty]);
}
