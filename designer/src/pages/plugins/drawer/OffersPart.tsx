/** Actions with input, output, hosts and figures; facts, channels and strategies by name. */
import { useTranslation } from "react-i18next";
import type { PluginAction, PluginView } from "../../../client/plugins.ts";
import { inLanguage } from "../../../explain/names.ts";
import { formatDuration } from "../../../format/duration.ts";
import { titleOf } from "../../../inspector/schema/plain-schema.ts";
import { schemaLines } from "../plugin-face.ts";
import styles from "../plugins.module.css";

export function OffersPart({ plugin }: { plugin: PluginView }) {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.part}>
      {(plugin.actions ?? []).map((action) => (
        <Action key={`${action.id}@${action.version}`} action={action} plugin={plugin} />
      ))}
      {(["facts", "channels", "strategies"] as const).map((kind) => {
        const offered = plugin[kind] ?? [];
        return offered.length === 0 ? null : (
          <section key={kind}>
            <h3>{t(`plugins.offers.${kind}`)}</h3>
            <ul className={styles.named}>
              {offered.map(({ id, label }) => (
                <li key={id}>
                  {inLanguage(label, i18n.language)} <code className={styles.id}>{id}</code>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function useFigures(plugin: PluginView, key: string): string {
  const { t } = useTranslation();
  const figures = plugin.figures[key];
  const calls = (figures?.succeeded ?? 0) + (figures?.failed ?? 0);
  if (figures === undefined || calls === 0) return t("plugins.action.unused");
  const { succeeded, failed, totalMs } = figures;
  return t("plugins.action.figures", { succeeded, failed, mean: formatDuration(totalMs / calls, t) });
}

function Action({ action, plugin }: { action: PluginAction; plugin: PluginView }) {
  const { t, i18n } = useTranslation();
  const figures = useFigures(plugin, `${action.id}@${action.version}`);
  const hosts = action.hosts.includes("*")
    ? t("plugins.action.anyHost")
    : action.hosts.join(", ") || t("plugins.action.noHost");
  return (
    <section className={styles.action}>
      <h3>
        {inLanguage(action.label, i18n.language)}{" "}
        <code className={styles.id}>
          {action.id}@{action.version}
        </code>
      </h3>
      {action.description ? <p>{inLanguage(action.description, i18n.language)}</p> : null}
      <p className={styles.quiet}>
        {t("plugins.action.hosts")} {hosts} · {figures}
      </p>
      <Fields title={t("plugins.action.input")} schema={action.input} />
      <Fields title={t("plugins.action.output")} schema={action.output} />
    </section>
  );
}

function Fields({ title, schema }: { title: string; schema: PluginAction["input"] }) {
  const { t, i18n } = useTranslation();
  const lines = schemaLines(schema);
  return (
    <details className={styles.fields}>
      <summary>
        {title}{" "}
        <span className="num">{lines.length === 0 ? t("plugins.action.anything") : lines.length}</span>
      </summary>
      {lines.length === 0 ? null : (
        <table>
          <tbody>
            {lines.map(({ name, schema: field, type, required }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{titleOf(field, i18n.language, "")}</td>
                <td>{type}</td>
                <td>{required ? t("plugins.action.required") : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
