/** `/sla/:key`: one SLA policy. */
import { useParams } from "react-router";
import { DocumentPage } from "../../document/DocumentPage.tsx";
import { SlaDrawing } from "./SlaDrawing.tsx";

export function SlaDocumentPage() {
  const { key = "" } = useParams();
  return <DocumentPage kind="sla" documentKey={key} drawing={SlaDrawing} basePath="/sla" />;
}
