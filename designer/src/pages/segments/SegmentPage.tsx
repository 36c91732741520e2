/** One segment: its condition, and where it is used. */
import { useParams } from "react-router";
import { LoadedVocabulary } from "../../conditions/vocabulary-context.tsx";
import { DocumentPage } from "../../document/DocumentPage.tsx";
import { SegmentDrawing } from "./SegmentDrawing.tsx";

export function SegmentPage() {
  const { key = "" } = useParams();
  return (
    <LoadedVocabulary>
      <DocumentPage kind="segment" documentKey={key} drawing={SegmentDrawing} basePath="/segments" />
    </LoadedVocabulary>
  );
}
