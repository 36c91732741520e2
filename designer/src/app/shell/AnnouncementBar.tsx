/** What the campaign in force tells customers, so that agents say the same. */
import { NotificationOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { AnnouncementView } from "../../client/types.ts";
import { announcementsQuery } from "../../client/workspace.ts";
import styles from "./shell.module.css";

function textOf({ announcement }: AnnouncementView, language: string): string {
  const { "zh-CN": zh = "", en = "" } = announcement;
  return language.startsWith("zh") ? zh || en : en || zh;
}

export function AnnouncementBar() {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(announcementsQuery);
  const texts = (data?.items ?? []).map((view) => textOf(view, i18n.language)).filter(Boolean);
  if (texts.length === 0) return null;
  return (
    <aside className={styles.announcement} aria-label={t("shell.announcement")}>
      <NotificationOutlined aria-hidden />
      <span>{texts.join(" · ")}</span>
    </aside>
  );
}
