/** `/routing/:key`: one policy. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { LoadedVocabulary } from "../../conditions/vocabulary-context.tsx";
import { DocumentPage } from "../../document/DocumentPage.tsx";
import type { PlaceName } from "../../document/frame.ts";
import { RoutingDrawing } from "./RoutingDrawing.tsx";
import { RoutingTrialPanel } from "./trial/RoutingTrialPanel.tsx";
import { RoutingTrialProvider } from "./trial/RoutingTrialProvider.tsx";
import { placeName } from "./words.ts";

export function RoutingDocumentPage() {
  const { key = "" } = useParams();
  const { t } = useTranslation();
  const named: PlaceName<"routing"> = useCallback((document, path) => placeName(document, path, t), [t]);
  return (
    <LoadedVocabulary>
      <RoutingTrialProvider key={key}>
        <DocumentPage
          kind="routing"
          documentKey={key}
          drawing={RoutingDrawing}
          trial={RoutingTrialPanel}
          trialLabel={t("routing.trial.label")}
          placeName={named}
          basePath="/routing"
        />
      </RoutingTrialProvider>
    </LoadedVocabulary>
  );
}
