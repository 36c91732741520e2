/** One step, beside the lanes: whom it asks, and how that group stands right now. */
import { ArrowLeftOutlined, ArrowRightOutlined, DeleteOutlined } from "@ant-design/icons";
import type { Route, RoutingStep } from "@sluice/schemas";
import { Button, Drawer, Space } from "antd";
import { useTranslation } from "react-i18next";
import { findingsBelow } from "../../../document/findings-below.ts";
import { labelIn } from "../../../document/text-of.ts";
import { moveStep, removeStep, type StepPlace } from "../../../editor/routing/step-commands.ts";
import { useRoutingEditor } from "../routing-editor.ts";
import { routeName } from "../words.ts";
import { GroupStepForm } from "./GroupStepForm.tsx";
import { PoolStepForm } from "./PoolStepForm.tsx";
import styles from "./panels.module.css";
import { StickyStepForm } from "./StickyStepForm.tsx";

export function StepPanel() {
  const { t } = useTranslation();
  const { document, panel, open, session } = useRoutingEditor();
  const place = panel?.type === "step" ? panel : null;
  const route = place ? document.spec.routes.find(({ id }) => id === place.route) : undefined;
  const step = place ? route?.steps[place.at] : undefined;
  const close = () => {
    session.seal();
    open(null);
  };
  return (
    <Drawer
      open={step !== undefined}
      onClose={close}
      size={480}
      mask={false}
      title={route && place ? t("routing.step.title", { route: routeName(route), place: place.at + 1 }) : ""}
      destroyOnHidden
      extra={route && step && place ? <StepTools route={route} place={place} /> : null}
    >
      {route && step && place ? (
        <StepForm key={`${route.id} ${place.at}`} route={route} step={step} place={place} />
      ) : null}
    </Drawer>
  );
}

function StepTools({ route, place }: { route: Route; place: StepPlace }) {
  const { t } = useTranslation();
  const { execute, open, readOnly } = useRoutingEditor();
  const move = (at: number) => {
    if (execute(moveStep(place, { route: place.route, at }))) open({ type: "step", route: place.route, at });
  };
  if (readOnly) return null;
  return (
    <Space size={4}>
      <Button
        size="small"
        icon={<ArrowLeftOutlined aria-hidden />}
        aria-label={t("routing.step.earlier")}
        title={t("routing.step.earlier")}
        disabled={place.at === 0}
        onClick={() => move(place.at - 1)}
      />
      <Button
        size="small"
        icon={<ArrowRightOutlined aria-hidden />}
        aria-label={t("routing.step.later")}
        title={t("routing.step.later")}
        disabled={place.at === route.steps.length - 1}
        onClick={() => move(place.at + 1)}
      />
      <Button
        size="small"
        danger
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t("routing.step.remove")}
        title={t("routing.step.remove")}
        onClick={() => {
          if (execute(removeStep(place))) open(null);
        }}
      />
    </Space>
  );
}

export interface StepFormProps<S extends RoutingStep = RoutingStep> {
  readonly route: Route;
  readonly step: S;
  readonly place: StepPlace;
}

function StepForm(props: StepFormProps) {
  const { i18n } = useTranslation();
  const { document, findings } = useRoutingEditor();
  const { step, place } = props;
  const at = document.spec.routes.findIndex(({ id }) => id === place.route);
  const own = findingsBelow(findings, `/spec/routes/${at}/steps/${place.at}`);
  return (
    <div className={styles.form}>
      {own.map(({ code, path, severity, message }) => (
        <p key={`${code} ${path}`} className={styles.finding} data-severity={severity}>
          {labelIn(message, i18n.language)}
        </p>
      ))}
      {"group" in step ? <GroupStepForm {...props} step={step} /> : null}
      {"sticky" in step ? <StickyStepForm {...props} step={step} /> : null}
      {"pool" in step ? <PoolStepForm {...props} step={step} /> : null}
    </div>
  );
}
