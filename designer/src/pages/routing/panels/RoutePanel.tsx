/** A route's name and condition, beside the lanes. */
import type { Route } from "@sluice/schemas";
import { Button, Drawer, Input } from "antd";
import { useTranslation } from "react-i18next";
import { ConditionBuilder } from "../../../conditions/ConditionBuilder.tsx";
import { conditionSentence } from "../../../conditions/condition-sentence.ts";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { findingsBelow } from "../../../document/findings-below.ts";
import { renameRoute, setRouteWhen } from "../../../editor/routing/route-commands.ts";
import { asSentence } from "../../../explain/in-sentence.ts";
import { useRoutingEditor } from "../routing-editor.ts";
import { useRoutingTrial } from "../trial/routing-trial.ts";
import styles from "./panels.module.css";

export function RoutePanel() {
  const { t } = useTranslation();
  const { document, panel, open, session } = useRoutingEditor();
  const { routes } = document.spec;
  const place = panel?.type === "route" ? routes.findIndex(({ id }) => id === panel.route) : -1;
  const route = routes[place];
  const close = () => {
    session.seal();
    open(null);
  };
  return (
    <Drawer
      open={route !== undefined}
      onClose={close}
      size={640}
      title={t("routing.route.order", { place: place + 1 })}
      destroyOnHidden
      extra={
        <Button type="primary" onClick={close}>
          {t("routing.route.done")}
        </Button>
      }
    >
      {route ? <RouteForm route={route} place={place} /> : null}
    </Drawer>
  );
}

function RouteForm({ route, place }: { route: Route; place: number }) {
  const { t, i18n } = useTranslation();
  const vocabulary = useVocabulary();
  const { execute, readOnly, findings } = useRoutingEditor();
  const { answer } = useRoutingTrial();
  const trace = answer?.routes.find((each) => each.route === route.id && each.campaign === null)?.trace;
  const { id, name = "", when } = route;
  return (
    <div className={styles.form}>
      <div className={styles.field}>
        <label htmlFor="routing-route-name">{t("routing.route.name")}</label>
        <Input
          id="routing-route-name"
          value={name}
          disabled={readOnly}
          placeholder={t("routing.route.unnamed")}
          onChange={({ target }) => execute(renameRoute(id, target.value))}
        />
      </div>
      <div className={styles.field}>
        <span id="routing-route-who">{t("routing.route.who")}</span>
        <ConditionBuilder
          value={when}
          onChange={(next) => execute(setRouteWhen(id, next))}
          place="routing"
          findings={findingsBelow(findings, `/spec/routes/${place}/when`)}
          {...(trace ? { trace } : {})}
          disabled={readOnly}
          aria-labelledby="routing-route-who"
        />
        <p className={styles.sentence}>
          {when ? asSentence(conditionSentence(when, vocabulary, i18n.language)) : t("routing.route.always")}
        </p>
        <small>{t("routing.route.whoHint")}</small>
      </div>
    </div>
  );
}
