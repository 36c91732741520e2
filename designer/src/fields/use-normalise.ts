import { useEffect, useState } from "react";
import { type Normalise, roughly } from "./keyword-words.ts";

let exact: Normalise | undefined;

/** The engine's own form of keywords; width and case only until the engine has been loaded. */
export function useNormalise(): Normalise {
  const [normalise, setNormalise] = useState<Normalise>(() => exact ?? roughly);
  useEffect(() => {
    if (exact !== undefined) return;
    let mounted = true;
    void import("@sluice/engine").then(({ normaliseText }) => {
      exact = normaliseText;
      if (mounted) setNormalise(() => normaliseText);
    });
    return () => {
      mounted = false;
    };
  }, []);
  return normalise;
}
