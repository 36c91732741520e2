/** A plugin on one card: its name, what it offers, how it fares, whether it is on. */
import { Switch, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { PluginView } from "../../client/plugins.ts";
import { inLanguage } from "../../explain/names.ts";
import { PluginProblem } from "./PluginProblem.tsx";
import { faceState, offersOf, secretCount, withCircuit } from "./plugin-face.ts";
import styles from "./plugins.module.css";
import { usePluginName, useSwitch } from "./use-plugin.tsx";

export interface PluginCardProps {
  readonly plugin: PluginView;
  readonly admin: boolean;
  readonly onOpen: () => void;
}

export function PluginCard({ plugin, admin, onOpen }: PluginCardProps) {
  const { t, i18n } = useTranslation();
  const name = usePluginName()(plugin);
  const { pending, set } = useSwitch();
  return (
    <li className={styles.card}>
      <div className={styles.title}>
        <button
          type="button"
          className={styles.open}
          aria-label={t("plugins.openNamed", { name })}
          onClick={onOpen}
        >
          {name}
        </button>
        <code>{plugin.id}</code>
        {plugin.plugin === null ? null : (
          <Switch
            size="small"
            aria-label={t("plugins.switch", { name })}
            checked={plugin.settings.enabled}
            disabled={!admin}
            loading={pending}
            onChange={(enabled) => set(plugin, enabled)}
          />
        )}
      </div>
      <StateLine plugin={plugin} />
      {plugin.description ? <p>{inLanguage(plugin.description, i18n.language)}</p> : null}
      <Offers plugin={plugin} />
      <Warnings plugin={plugin} />
    </li>
  );
}

export function StateLine({ plugin }: { plugin: PluginView }) {
  const { t } = useTranslation();
  const state = faceState(plugin);
  return (
    <p className={styles.state} data-state={state}>
      <span>{t(`plugins.state.${state}`)}</span>
      {plugin.restarts > 0 ? <small>{t("plugins.restarts", { count: plugin.restarts })}</small> : null}
    </p>
  );
}

/** The first few of each kind by name; all of them are in the drawer. */
const shownOffers = 4;

function Offers({ plugin }: { plugin: PluginView }) {
  const { t, i18n } = useTranslation();
  const offers = offersOf(plugin);
  if (offers.length === 0) return <p className={styles.quiet}>{t("plugins.offersNothing")}</p>;
  return (
    <dl className={styles.offers}>
      {offers.map(({ kind, labels }) => (
        <div key={kind}>
          <dt>{t(`plugins.offers.${kind}`)}</dt>
          <dd>
            {labels
              .slice(0, shownOffers)
              .map((label) => inLanguage(label, i18n.language))
              .join(" · ")}
            {labels.length > shownOffers ? ` ${t("plugins.more", { count: labels.length })}` : ""}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Warnings({ plugin }: { plugin: PluginView }) {
  const { t } = useTranslation();
  const secrets = secretCount(plugin);
  return (
    <>
      <PluginProblem plugin={plugin} />
      {(["open", "half-open"] as const).map((circuit) => {
        const actions = withCircuit(plugin, circuit).join(", ");
        return actions === "" ? null : (
          <Tooltip key={circuit} title={t("plugins.circuitHint")}>
            <p className={styles.warn}>{t(`plugins.circuit.${circuit}`, { actions })}</p>
          </Tooltip>
        );
      })}
      {secrets ? <p className={styles.quiet}>{t("plugins.secretsSet", { ...secrets })}</p> : null}
    </>
  );
}
