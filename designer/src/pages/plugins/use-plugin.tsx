/** Switching and configuring a plugin, and its secrets. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { type PluginView, putPlugin } from "../../client/plugins.ts";
import { queryKeys } from "../../client/query-keys.ts";
import { inLanguage } from "../../explain/names.ts";
import { errorText } from "../../ui/error-text.ts";

/** The plugin's name in the language in force; its id until it was loaded. */
export function usePluginName(): (plugin: PluginView) => string {
  const { i18n } = useTranslation();
  return ({ label, id }) => (label ? inLanguage(label, i18n.language) : id);
}

/** A change to plugins or secrets: told when it is done or refused, and everything is asked for anew. */
export function usePluginChange<T>(change: (input: T) => Promise<unknown>, done: (input: T) => string) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (_, input) => void message.success(done(input)),
    onError: (error) => void message.error(errorText(error, t, i18n.language), 6),
    onSettled: () =>
      Promise.all(
        [queryKeys.plugins, queryKeys.secrets, queryKeys.catalog].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

interface Switching {
  readonly plugin: PluginView;
  readonly enabled: boolean;
}

/** Switches on at once; switching off asks, since what uses the plugin will fail. */
export function useSwitch() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const nameOf = usePluginName();
  const change = usePluginChange(
    ({ plugin, enabled }: Switching) => putPlugin(plugin.id, { enabled, config: plugin.settings.config }),
    ({ plugin, enabled }) =>
      t(enabled ? "plugins.switchedOn" : "plugins.switchedOff", { name: nameOf(plugin) }),
  );
  return {
    pending: change.isPending,
    set: (plugin: PluginView, enabled: boolean) => {
      if (enabled) return change.mutate({ plugin, enabled });
      void modal.confirm({
        title: t("plugins.offTitle", { name: nameOf(plugin) }),
        content: t("plugins.offText"),
        okText: t("plugins.offOk"),
        cancelText: t("plugins.cancel"),
        okButtonProps: { danger: true },
        onOk: () => change.mutateAsync({ plugin, enabled }).catch(() => undefined),
      });
    },
  };
}
