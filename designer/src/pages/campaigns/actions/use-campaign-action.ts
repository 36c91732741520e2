/** Carrying out what is done to a campaign on the day; what it changed is asked anew at once. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { cancelCampaign, endCampaign, extendCampaign, startCampaign } from "../../../client/campaigns.ts";
import { queryKeys } from "../../../client/query-keys.ts";
import { errorText } from "../../../ui/error-text.ts";

export type CampaignAction =
  | { readonly do: "start"; readonly length: string | undefined }
  | { readonly do: "extend"; readonly until: string }
  | { readonly do: "end" }
  | { readonly do: "cancel" };

function send(key: string, action: CampaignAction): Promise<unknown> {
  switch (action.do) {
    case "start":
      return startCampaign(key, action.length);
    case "extend":
      return extendCampaign(key, action.until);
    case "end":
      return endCampaign(key);
    case "cancel":
      return cancelCampaign(key);
  }
}

/** Answers how to act on a campaign, and whether that is under way. */
export function useCampaignAction(
  { key, name }: { readonly key: string; readonly name: string },
  onDone?: () => void,
) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (action: CampaignAction) => send(key, action),
    onSuccess: (_answer, action) => {
      void message.success(t(`campaign.done.${action.do}`, { name }));
      for (const queryKey of [queryKeys.documents, queryKeys.overview, queryKeys.announcements])
        void client.invalidateQueries({ queryKey });
      onDone?.();
    },
    onError: (error) => void message.error(errorText(error, t, i18n.language), 6),
  });
  return { act: mutation.mutate, busy: mutation.isPending };
}
