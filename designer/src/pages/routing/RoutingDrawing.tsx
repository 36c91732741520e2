/** A routing policy as a drawing: lanes of steps, pools and rules, with the live figures of each. */
import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { routingLoadQuery } from "../../client/routing.ts";
import { useVocabularyNames } from "../../conditions/vocabulary-context.tsx";
import type { DrawingProps } from "../../document/drawing.ts";
import { addRoute } from "../../editor/routing/route-commands.ts";
import { Instant } from "../../ui/Instant.tsx";
import { panelAt } from "./asked-place.ts";
import { Lanes } from "./lanes/Lanes.tsx";
import { newRoute } from "./lanes/new-route.ts";
import { type PolicyLoad, policyLoad } from "./live-load.ts";
import { PoolPanel } from "./panels/PoolPanel.tsx";
import { RoutePanel } from "./panels/RoutePanel.tsx";
import { StepPanel } from "./panels/StepPanel.tsx";
import { Pools } from "./pools/Pools.tsx";
import { Rules } from "./Rules.tsx";
import styles from "./routing.module.css";
import {
  type OpenPanel,
  type RoutingEditor,
  RoutingEditorProvider,
  useRoutingEditor,
} from "./routing-editor.ts";
import { useRoutingTrial } from "./trial/routing-trial.ts";

export function RoutingDrawing(props: DrawingProps<"routing">) {
  const { document, asked } = props;
  const names = useVocabularyNames();
  const [panel, open] = useState<OpenPanel>(null);
  const [told, tell] = useState("");
  const figures = useQuery(routingLoadQuery).data;
  const load = useMemo(
    () => (figures === undefined ? null : policyLoad(figures, document.key)),
    [figures, document.key],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking is answered once
  useEffect(() => {
    const found = asked ? panelAt(asked.path, document.spec) : undefined;
    if (!found) return;
    open(found.panel);
    globalThis.document.querySelector(found.selector)?.scrollIntoView({ block: "nearest" });
  }, [asked]);
  const { answer } = useRoutingTrial();
  useEffect(() => {
    if (answer === null) return;
    globalThis.document.querySelector('[data-trial="taken"]')?.scrollIntoView({ block: "center" });
  }, [answer]);
  const editor: RoutingEditor = { ...props, load, names, panel, open, tell };
  return (
    <RoutingEditorProvider value={editor}>
      <div className={styles.policy}>
        <Bar load={load} />
        <section className={styles.card}>
          <Lanes />
        </section>
        <Pools />
        <Rules />
        <div className="visually-hidden" role="status">
          {told}
        </div>
      </div>
      <RoutePanel />
      <StepPanel />
      <PoolPanel />
    </RoutingEditorProvider>
  );
}

function Bar({ load }: { load: PolicyLoad | null }) {
  const { t } = useTranslation();
  const { document, execute, open, readOnly } = useRoutingEditor();
  const add = () => {
    const route = newRoute(document.spec, t("routing.newRoute"));
    if (execute(addRoute(route, document.spec.routes.length))) open({ type: "route", route: route.id });
  };
  return (
    <div className={styles.bar}>
      <span className={styles.hint}>{t("routing.hint")}</span>
      {load?.campaigns.map(({ campaign, names }) => (
        <span key={campaign} className={styles.campaign}>
          {t("routing.route.campaign", { campaign, names: names.join(" · ") })}
        </span>
      ))}
      <Freshness load={load} />
      {readOnly ? null : (
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t("routing.addRoute")}
        </Button>
      )}
    </div>
  );
}

function Freshness({ load }: { load: PolicyLoad | null }) {
  const { t } = useTranslation();
  if (load === null) return null;
  if (!load.live) return <span className={styles.fresh}>{t("routing.liveNone")}</span>;
  const [before = "", after = ""] = t("routing.liveAt", { at: "\u0000" }).split("\u0000");
  return (
    <span className={styles.fresh}>
      {before}
      <Instant at={load.at} form="time" />
      {after}
    </span>
  );
}
