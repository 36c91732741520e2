/** The canvas with the page's test run drawn on it. */
import { WorkflowDrawing } from "../../canvas/WorkflowDrawing.tsx";
import type { DrawingProps } from "../../document/drawing.ts";
import { WorkflowTrialView } from "../../trial/WorkflowTrialView.tsx";

export function TriedDrawing(props: DrawingProps<"workflow">) {
  return (
    <WorkflowTrialView document={props.document} ask={props.ask}>
      <WorkflowDrawing {...props} />
    </WorkflowTrialView>
  );
}
