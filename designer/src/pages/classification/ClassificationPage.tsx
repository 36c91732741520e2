/** `/classification/:key`: one ruleset. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { LoadedVocabulary } from "../../conditions/vocabulary-context.tsx";
import { DocumentPage } from "../../document/DocumentPage.tsx";
import type { PlaceName } from "../../document/frame.ts";
import { ClassificationDrawing } from "./ClassificationDrawing.tsx";
import { classificationPlace } from "./place-name.ts";

export function ClassificationPage() {
  const { key = "" } = useParams();
  const { t } = useTranslation();
  const placeName = useMemo<PlaceName<"classification">>(
    () => (document, path) => classificationPlace(document, path, t),
    [t],
  );
  return (
    <LoadedVocabulary>
      <DocumentPage
        kind="classification"
        documentKey={key}
        drawing={ClassificationDrawing}
        placeName={placeName}
        basePath="/classification"
        drawingOwnsScroll
      />
    </LoadedVocabulary>
  );
}
