/** Somebody else stores the draft that is open here: it is shown, or it is a conflict; the person is told by whom. */
import type { DocumentKind } from "@sluice/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { onDraftNews } from "../client/draft-news.ts";
import { queryKeys } from "../client/query-keys.ts";
import { actorName } from "./actor-name.ts";
import type { OpenDocument } from "./open-document.ts";

/** Looks what was stored whenever there is news, and says so when the drawing changed by it. */
export function useNews<K extends DocumentKind>(
  kind: K,
  key: string,
  { sync, theirs }: OpenDocument<K>,
): void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const by = useRef<string | null>(null);
  useEffect(
    () =>
      onDraftNews(kind, key, (news) => {
        by.current = news.by ?? null;
        void sync.look(news.etag);
      }),
    [kind, key, sync],
  );
  useEffect(
    () =>
      theirs(() => {
        const name = by.current;
        void client.invalidateQueries({ queryKey: queryKeys.document(kind, key) });
        void message.info(
          name === null
            ? t("document.save.reloadedSomebody")
            : t("document.save.reloaded", { name: actorName(name, t) }),
          5,
        );
      }),
    [kind, key, theirs, client, message, t],
  );
}
