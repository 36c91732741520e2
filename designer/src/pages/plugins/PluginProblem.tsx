/** What stands against a plugin doing all that it should, and what to do about it. */
import { useTranslation } from "react-i18next";
import type { PluginView } from "../../client/plugins.ts";
import { useInstantText } from "../../ui/Instant.tsx";
import styles from "./plugins.module.css";

export function PluginProblem({ plugin }: { plugin: PluginView }) {
  const { t } = useTranslation();
  const instant = useInstantText();
  if (plugin.fault !== null) return <p className={styles.fault}>{plugin.fault}</p>;
  const { problem } = plugin;
  if (!problem) return null;
  const { code, message, channel = "", nextTryAt } = problem;
  const known: string = t(`plugins.problem.${code.replaceAll(".", "_")}` as "plugins.problem.next", {
    channel,
    defaultValue: "",
  });
  return (
    <p className={styles.fault} title={message}>
      {known || message}{" "}
      {nextTryAt === undefined ? null : t("plugins.problem.next", { instant: instant(nextTryAt) })}
    </p>
  );
}
