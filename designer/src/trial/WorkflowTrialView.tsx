/** Gives the canvas the page's test run as a path through the document that it draws. */
import { type ReactNode, useMemo } from "react";
import { WorkflowTrialContext } from "../canvas/trial-context.ts";
import type { DrawingProps } from "../document/drawing.ts";
import { useTrial } from "./trial-context.ts";
import { trialPath } from "./trial-path.ts";

export interface WorkflowTrialViewProps extends Pick<DrawingProps<"workflow">, "document" | "ask"> {
  readonly children: ReactNode;
}

/** Stands around the canvas, within a `TrialProvider`. */
export function WorkflowTrialView({ document, ask, children }: WorkflowTrialViewProps) {
  const { answer } = useTrial();
  const shown = useMemo(() => {
    if (answer === null) return null;
    const { states, edges, values } = trialPath(answer, document);
    const selectNode = (id: string) =>
      ask(`/spec/nodes/${document.spec.nodes.findIndex((node) => node.id === id)}`);
    return { states, edges, values, selectNode };
  }, [answer, document, ask]);
  return <WorkflowTrialContext value={shown}>{children}</WorkflowTrialContext>;
}
