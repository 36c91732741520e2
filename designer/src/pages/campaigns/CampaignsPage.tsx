/** `/campaigns`: all campaigns on a time axis; those in force above, with the way back. */
import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { documentsQuery } from "../../client/documents.ts";
import { serverNow } from "../../client/server-time.ts";
import { mayDraw, meQuery } from "../../client/session.ts";
import { DocumentTable } from "../../document/list/DocumentTable.tsx";
import { NewDocumentDialog } from "../../document/list/NewDocumentDialog.tsx";
import { newCampaign } from "../../editor/campaign/new-campaign.ts";
import { inSentence } from "../../explain/in-sentence.ts";
import { fromPicked, pickedNow } from "../../fields/zoned-instant.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { useZone } from "../../ui/Instant.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import styles from "./campaigns.module.css";
import { CampaignTimeline } from "./list/CampaignTimeline.tsx";
import { RunningBanner } from "./list/RunningBanner.tsx";
import { useCampaigns } from "./list/use-campaigns.ts";

export function CampaignsPage() {
  const { t } = useTranslation();
  const drawable = mayDraw(useQuery(meQuery).data);
  const { entries, error, refetch } = useCampaigns();
  const [deleted, setDeleted] = useState(false);
  const [creating, setCreating] = useState(false);
  const create = drawable ? () => setCreating(true) : null;
  return (
    <div className={styles.page}>
      <RunningBanner />
      <header className={styles.head}>
        <h1>{t("shell.nav.campaigns")}</h1>
        {entries ? (
          <span className={styles.quiet}>{t("document.list.total", { count: entries.length })}</span>
        ) : null}
        <div className={styles.headActions}>
          <Segmented
            aria-label={t("document.list.view")}
            value={deleted ? "deleted" : "current"}
            onChange={(value) => setDeleted(value === "deleted")}
            options={[
              { value: "current", label: t("document.list.currentFilter") },
              { value: "deleted", label: t("document.list.deletedFilter") },
            ]}
          />
          {create ? (
            <Button
              type={entries?.length === 0 && !deleted ? "default" : "primary"}
              icon={<PlusOutlined aria-hidden />}
              onClick={create}
            >
              {t("document.list.create", { kind: inSentence(t("document.kind.campaign")) })}
            </Button>
          ) : null}
        </div>
      </header>
      {deleted ? <Deleted /> : <Body entries={entries} error={error} refetch={refetch} onCreate={create} />}
      {creating ? <NewCampaign onClose={() => setCreating(false)} /> : null}
    </div>
  );
}

function NewCampaign({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const zone = useZone();
  const tomorrow = fromPicked(pickedNow(serverNow(), zone).add(1, "day").startOf("day"), zone);
  return (
    <NewDocumentDialog
      kind="campaign"
      basePath="/campaigns"
      onClose={onClose}
      newDocument={(key, name) => newCampaign(key, name, t("campaign.phase.first"), tomorrow)}
    />
  );
}

type BodyProps = ReturnType<typeof useCampaigns> & { readonly onCreate: (() => void) | null };

function Body({ entries, error, refetch, onCreate }: BodyProps) {
  const { t } = useTranslation();
  if (entries === undefined && error) return <ErrorNotice error={error} onRetry={refetch} />;
  if (entries === undefined)
    return (
      <div className={styles.loading}>
        <SkeletonRows rows={8} />
      </div>
    );
  if (entries.length > 0) return <CampaignTimeline entries={entries} />;
  return (
    <Notice title={t("campaign.empty.title")} text={t("campaign.empty.text")} drawing="empty">
      {onCreate ? (
        <Button type="primary" onClick={onCreate}>
          {t("document.list.create", { kind: inSentence(t("document.kind.campaign")) })}
        </Button>
      ) : null}
    </Notice>
  );
}

function Deleted() {
  const { t } = useTranslation();
  const list = useQuery(documentsQuery("campaign", true));
  const kind = t("document.kind.campaign");
  if (list.isError) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data)
    return (
      <div className={styles.loading}>
        <SkeletonRows rows={8} />
      </div>
    );
  if (list.data.length === 0)
    return (
      <Notice
        title={t("document.list.noDeleted", { kind })}
        text={t("document.list.noDeletedText")}
        drawing="empty"
      />
    );
  return <DocumentTable documents={list.data} columns={[]} basePath="/campaigns" deleted />;
}
