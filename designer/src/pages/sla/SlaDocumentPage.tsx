/** `/sla/:key`: one SLA policy. */
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { DocumentPage } from "../../document/DocumentPage.tsx";
import { PublishExtras } from "./PublishExtras.tsx";
import { slaPlaceName } from "./place-name.ts";
import { SlaDrawing } from "./SlaDrawing.tsx";
import { SlaTrial } from "./trial/SlaTrial.tsx";

export function SlaDocumentPage() {
  const { key = "" } = useParams();
  const { t } = useTranslation();
  return (
    <DocumentPage
      kind="sla"
      documentKey={key}
      drawing={SlaDrawing}
      trial={SlaTrial}
      trialLabel={t("sla.trial.label")}
      placeName={(document, path) => slaPlaceName(document, path, t)}
      publishExtras={PublishExtras}
      drawingOwnsScroll
      basePath="/sla"
    />
  );
}
