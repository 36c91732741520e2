import { useEffect, useState } from "react";
import { type Normalise, roughly } from "./keyword-words.ts";

let exact: Normalise | undefined;

/** The engine's own form of keywords; width and case only until the engine has been loaded, which only happens if `wanted`. */
export function useNormalise(wanted: boolean): Normalise {
  const [normalise, setNormalise] = useState<Normalise>(() => exact ?? roughly);
  useEffect(() => {
    if (!wanted || exact !== undefined) return;
    let mounted = true;
    void import("@sluice/engine").then(({ normaliseText }) => {
      exact = normaliseText;
      if (mounted) setNormalise(() => normaliseText);
    });
    return () => {
      mounted = false;
    };
  }, [wanted]);
  return normalise;
}
