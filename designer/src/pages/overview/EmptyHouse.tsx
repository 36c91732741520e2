/** A house with nothing in it yet: what to do first. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Progress } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { meQuery } from "../../client/session.ts";
import { importStarter, type StarterStep } from "../../client/starter.ts";
import { errorText } from "../../ui/error-text.ts";
import { Notice } from "../../ui/Notice.tsx";
import styles from "./overview.module.css";

function useStarter() {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [progress, setProgress] = useState<{ readonly step: StarterStep; readonly share: number }>();
  const load = async () => {
    try {
      await importStarter((step, share) => setProgress({ step, share }));
      void message.success(t("overview.empty.done"));
      await client.invalidateQueries();
    } catch (error) {
      void message.error(errorText(error, t, i18n.language), 8);
    } finally {
      setProgress(undefined);
    }
  };
  return { progress, load };
}

export function EmptyHouse() {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data;
  const { progress, load } = useStarter();
  if (me?.role !== "admin")
    return <Notice title={t("overview.empty.title")} text={t("overview.empty.ask")} drawing="empty" />;
  return (
    <Notice title={t("overview.empty.title")} text={t("overview.empty.text")} drawing="empty">
      {progress ? (
        <div className={styles.progress} role="status">
          <Progress percent={Math.round(progress.share * 100)} size="small" />
          <span>{t(`overview.empty.step.${progress.step}`)}</span>
        </div>
      ) : (
        <>
          <Button type="primary" onClick={() => void load()}>
            {t("overview.empty.load")}
          </Button>
          <Link to="/workflows">{t("overview.empty.own")}</Link>
        </>
      )}
    </Notice>
  );
}
