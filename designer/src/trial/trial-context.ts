/** The trial of one page: what is tried, and what came of it. The panel and the drawing both look at it. */
import type { AnyDocument } from "@sluice/schemas";
import { createContext, useContext } from "react";
import type { TrialAnswer } from "../client/trials.ts";
import type { TrialStory } from "./trial-story.ts";

export interface Trial {
  readonly story: TrialStory;
  readonly setStory: (story: TrialStory) => void;
  /** Runs the story with the drafts in the place of what is live. */
  readonly run: (story: TrialStory, documents: readonly AnyDocument[]) => void;
  readonly running: boolean;
  readonly answer: TrialAnswer | null;
  /** The drafts that the answer is about. */
  readonly ranOn: readonly AnyDocument[];
  readonly error: unknown;
  /** The visit that is looked at, of all visits; `null` = none yet. */
  readonly at: number | null;
  readonly setAt: (at: number | null) => void;
  /** Takes the test run off the drawing. */
  readonly clear: () => void;
}

export const TrialContext = createContext<Trial | null>(null);

/** The page's trial. A page with a trial panel stands inside a `TrialProvider`. */
export function useTrial(): Trial {
  const trial = useContext(TrialContext);
  if (trial === null) throw new Error("a trial panel needs a TrialProvider around its page");
  return trial;
}
