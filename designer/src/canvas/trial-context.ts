/** What a test run says about the canvas: which nodes it reached and how, which way it went, and what it saw there. */
import type { Json } from "@sluice/schemas";
import { createContext, useContext } from "react";

export type TrialState = "passed" | "waiting" | "failed" | "skipped";

export interface WorkflowTrial {
  /** Node id → how it came out; a node that is absent was not reached. */
  readonly states: ReadonlyMap<string, TrialState>;
  /** Ids of the edges that were taken, in order. */
  readonly edges: readonly string[];
  /** Node id → named values when the run stood there last. */
  readonly values: ReadonlyMap<string, Readonly<Record<string, Json>>>;
  /** Shows a node of the canvas to the person: the test panel steps through the path. */
  readonly selectNode: (id: string) => void;
}

/** The test run on display; `null` while there is none. */
export const WorkflowTrialContext = createContext<WorkflowTrial | null>(null);

export const useWorkflowTrial = (): WorkflowTrial | null => useContext(WorkflowTrialContext);
