/** `/campaigns/:key`: one campaign, its phases on a time axis and what the selected one overrides. */
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { LoadedVocabulary } from "../../conditions/vocabulary-context.tsx";
import { DocumentPage } from "../../document/DocumentPage.tsx";
import { CampaignDrawing } from "./CampaignDrawing.tsx";
import { campaignPlaceName } from "./place-name.ts";

export function CampaignPage() {
  const { key = "" } = useParams();
  const { t } = useTranslation();
  return (
    <LoadedVocabulary>
      <DocumentPage
        kind="campaign"
        documentKey={key}
        drawing={CampaignDrawing}
        placeName={campaignPlaceName(t)}
        basePath="/campaigns"
      />
    </LoadedVocabulary>
  );
}
