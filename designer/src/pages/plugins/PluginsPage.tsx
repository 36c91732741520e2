/** `/plugins`: what brings actions, facts, channels and strategies, and how each fares. */
import { useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { pluginsQuery } from "../../client/plugins.ts";
import { mayAdminister, meQuery } from "../../client/session.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { PluginDrawer } from "./drawer/PluginDrawer.tsx";
import { PluginCard } from "./PluginCard.tsx";
import styles from "./plugins.module.css";

const command = "sluice plugin new my-erp";

export function PluginsPage() {
  const { t } = useTranslation();
  const list = useQuery(pluginsQuery);
  const admin = mayAdminister(useQuery(meQuery).data);
  const [search, setSearch] = useSearchParams();
  const [writing, setWriting] = useState(false);
  const plugins = list.data?.items;
  const shown = plugins?.find(({ id }) => id === search.get("plugin"));
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("plugins.title")}</h1>
        <p>{t("plugins.lead")}</p>
        {admin ? null : <span className={styles.readOnly}>{t("plugins.readOnly")}</span>}
        <Button onClick={() => setWriting(true)}>{t("plugins.write")}</Button>
      </header>
      <div className={styles.scroll}>
        {list.isPending ? <SkeletonRows rows={10} /> : null}
        {list.isError && !plugins ? (
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        ) : null}
        {plugins?.length === 0 ? <Empty /> : null}
        {plugins && plugins.length > 0 ? (
          <ul className={styles.cards} aria-label={t("plugins.list")}>
            {plugins.map((plugin) => (
              <PluginCard
                key={plugin.id}
                plugin={plugin}
                admin={admin}
                onOpen={() => setSearch({ plugin: plugin.id })}
              />
            ))}
          </ul>
        ) : null}
      </div>
      {shown ? (
        <PluginDrawer key={shown.id} plugin={shown} admin={admin} onClose={() => setSearch({})} />
      ) : null}
      {writing ? <HowToWrite onClose={() => setWriting(false)} /> : null}
    </div>
  );
}

function Empty() {
  const { t } = useTranslation();
  return (
    <Notice title={t("plugins.emptyTitle")} text={t("plugins.writeText")} drawing="empty">
      <code className={styles.command}>{command}</code>
    </Notice>
  );
}

function HowToWrite({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={t("plugins.writeTitle")}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t("plugins.close")}</Button>}
    >
      <p>{t("plugins.writeText")}</p>
      <code className={styles.command}>{command}</code>
    </Modal>
  );
}
