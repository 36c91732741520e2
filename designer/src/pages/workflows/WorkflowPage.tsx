/** One workflow: the canvas in the frame of every document. */
import { useParams } from "react-router";
import { LoadedVocabulary } from "../../conditions/vocabulary-context.tsx";
import { DocumentPage } from "../../document/DocumentPage.tsx";
import { TrialProvider } from "../../trial/TrialProvider.tsx";
import { WorkflowTrial } from "../../trial/WorkflowTrial.tsx";
import { TriedDrawing } from "./TriedDrawing.tsx";

export function WorkflowPage() {
  const { key = "" } = useParams();
  return (
    <LoadedVocabulary>
      <TrialProvider key={key}>
        <DocumentPage
          kind="workflow"
          documentKey={key}
          drawing={TriedDrawing}
          trial={WorkflowTrial}
          drawingOwnsScroll
          basePath="/workflows"
        />
      </TrialProvider>
    </LoadedVocabulary>
  );
}
