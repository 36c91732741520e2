/** One plugin in full: its configuration, its secrets, what it offers. */
import { App, Button, Drawer, Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type PluginView, restartPlugin } from "../../../client/plugins.ts";
import { StateLine } from "../PluginCard.tsx";
import { PluginProblem } from "../PluginProblem.tsx";
import styles from "../plugins.module.css";
import { usePluginChange, usePluginName } from "../use-plugin.tsx";
import { ConfigPart } from "./ConfigPart.tsx";
import { OffersPart } from "./OffersPart.tsx";
import { SecretsPart } from "./SecretsPart.tsx";

export interface PluginDrawerProps {
  readonly plugin: PluginView;
  readonly admin: boolean;
  readonly onClose: () => void;
}

export function PluginDrawer({ plugin, admin, onClose }: PluginDrawerProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [dirty, setDirty] = useState(false);
  const close = () => {
    if (!dirty) return onClose();
    void modal.confirm({
      title: t("plugins.drawer.leaveTitle"),
      okText: t("plugins.drawer.leaveOk"),
      cancelText: t("plugins.drawer.leaveKeep"),
      okButtonProps: { danger: true },
      onOk: onClose,
    });
  };
  const parts = {
    settings: <ConfigPart plugin={plugin} admin={admin} onDirty={setDirty} />,
    secrets: <SecretsPart plugin={plugin} admin={admin} />,
    offers: <OffersPart plugin={plugin} />,
  };
  return (
    <Drawer open size={640} title={usePluginName()(plugin)} onClose={close}>
      <Head plugin={plugin} admin={admin} />
      {plugin.plugin === null ? null : (
        <Tabs
          items={(["settings", "secrets", "offers"] as const).map((key) => ({
            key,
            label: t(`plugins.drawer.tabs.${key}`),
            children: parts[key],
          }))}
        />
      )}
    </Drawer>
  );
}

function Head({ plugin, admin }: Pick<PluginDrawerProps, "plugin" | "admin">) {
  const { t } = useTranslation();
  const restart = usePluginChange(restartPlugin, () => t("plugins.drawer.restarted"));
  return (
    <div className={styles.about}>
      <StateLine plugin={plugin} />
      <code title={t("plugins.drawer.from")}>{plugin.specifier}</code>
      {admin ? (
        <Button size="small" loading={restart.isPending} onClick={() => restart.mutate(plugin.id)}>
          {t("plugins.drawer.restart")}
        </Button>
      ) : null}
      <PluginProblem plugin={plugin} />
    </div>
  );
}
