/** `/classification/:key`: one ruleset. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { LoadedVocabulary } from "../../conditions/vocabulary-context.tsx";
import { DocumentPage } from "../../document/DocumentPage.tsx";
import type { PlaceName } from "../../document/frame.ts";
import { ClassificationDrawing } from "./ClassificationDrawing.tsx";
import { classificationPlace } from "./place-name.ts";
import { useReclassifyOffer } from "./reclassify/use-reclassify-offer.tsx";

export function ClassificationPage() {
  const { key = "" } = useParams();
  const { t } = useTranslation();
  const placeName = useMemo<PlaceName<"classification">>(
    () => (document, path) => classificationPlace(document, path, t),
    [t],
  );
  const offerReclassify = useReclassifyOffer(key);
  return (
    <LoadedVocabulary>
      <DocumentPage
        kind="classification"
        documentKey={key}
        drawing={ClassificationDrawing}
        placeName={placeName}
        onRolledBack={offerReclassify}
        basePath="/classification"
        drawingOwnsScroll
      />
    </LoadedVocabulary>
  );
}
