/** One workflow: the canvas in the frame of every document. */
import { useParams } from "react-router";
import { WorkflowDrawing } from "../../canvas/WorkflowDrawing.tsx";
import { LoadedVocabulary } from "../../conditions/vocabulary-context.tsx";
import { DocumentPage } from "../../document/DocumentPage.tsx";

export function WorkflowPage() {
  const { key = "" } = useParams();
  return (
    <LoadedVocabulary>
      <DocumentPage
        kind="workflow"
        documentKey={key}
        drawing={WorkflowDrawing}
        drawingOwnsScroll
        basePath="/workflows"
      />
    </LoadedVocabulary>
  );
}
