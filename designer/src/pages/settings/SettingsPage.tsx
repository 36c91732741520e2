/** What the house's data looks like, who may sign in, which programs may call, and who changed what. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, NavLink, useNavigate, useParams } from "react-router";
import { useCrumb } from "../../app/shell/crumb.ts";
import { meQuery } from "../../client/session.ts";
import { Notice } from "../../ui/Notice.tsx";
import { AuditPart } from "./audit/AuditPart.tsx";
import { CategoriesPart } from "./categories/CategoriesPart.tsx";
import { FieldsPart } from "./fields/FieldsPart.tsx";
import { KeysPart } from "./keys/KeysPart.tsx";
import { ChannelsPart } from "./lists/ChannelsPart.tsx";
import { ShopsPart } from "./lists/ShopsPart.tsx";
import styles from "./settings.module.css";
import { accessTo, parseTab, type SettingsTab, tabsFor } from "./settings-tabs.ts";
import { UsersPart } from "./users/UsersPart.tsx";
import { WorkspacePart } from "./workspace/WorkspacePart.tsx";

const parts: Readonly<Record<SettingsTab, (readOnly: boolean) => ReactNode>> = {
  fields: (readOnly) => <FieldsPart readOnly={readOnly} />,
  categories: (readOnly) => <CategoriesPart readOnly={readOnly} />,
  shops: (readOnly) => <ShopsPart readOnly={readOnly} />,
  channels: (readOnly) => <ChannelsPart readOnly={readOnly} />,
  workspace: (readOnly) => <WorkspacePart readOnly={readOnly} />,
  users: () => <UsersPart />,
  keys: () => <KeysPart />,
  audit: () => <AuditPart />,
};

export function SettingsPage() {
  const { t } = useTranslation();
  const tab = parseTab(useParams().part);
  const me = useQuery(meQuery).data;
  useCrumb(tab ? t(`settings.tab.${tab}`) : null);
  if (tab === undefined) return <Navigate to="/settings/fields" replace />;
  const access = accessTo(tab, me);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("settings.title")}</h1>
        <nav aria-label={t("settings.tabs")}>
          {tabsFor(me).map((name) => (
            <NavLink key={name} to={`/settings/${name}`} className={styles.tab ?? ""}>
              {t(`settings.tab.${name}`)}
            </NavLink>
          ))}
        </nav>
      </header>
      {access === "none" ? <Refused /> : <div className={styles.body}>{parts[tab](access === "read")}</div>}
    </div>
  );
}

function Refused() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Notice title={t("settings.refused.title")} text={t("settings.refused.text")} drawing="broken">
      <Button onClick={() => void navigate("/settings/fields")}>{t("settings.refused.back")}</Button>
    </Notice>
  );
}
