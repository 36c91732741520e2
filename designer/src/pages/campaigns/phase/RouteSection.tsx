/** The routes that a phase tries before those of a routing policy. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { GroupStep, Route, RoutingStep } from "@sluice/schemas";
import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConditionBuilder } from "../../../conditions/ConditionBuilder.tsx";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { findingsBelow } from "../../../document/findings-below.ts";
import { addPrepended, type PrependPlace, setPrepended } from "../../../editor/campaign/prepend-commands.ts";
import { inLanguage } from "../../../explain/names.ts";
import { DurationField } from "../../../fields/DurationField.tsx";
import { KeyPicker } from "../../../fields/KeyPicker.tsx";
import { GroupPicker } from "../../../fields/PeoplePickers.tsx";
import { freshItemId } from "./fresh-item-id.ts";
import { usePolicies } from "./PeopleSection.tsx";
import type { PhaseProps } from "./PhasePanel.tsx";
import { PhaseSection } from "./PhaseSection.tsx";
import { PrependList } from "./PrependList.tsx";
import styles from "./phase.module.css";
import { routeSentence } from "./sentences.ts";
import { useTelling } from "./use-telling.ts";

export function RouteSection(props: PhaseProps) {
  const { document, phase, execute, readOnly } = props;
  const { t } = useTranslation();
  const telling = useTelling();
  const policies = usePolicies(props);
  const { pools, groups } = useVocabulary();
  const [opened, setOpened] = useState<string>();
  const [first] = policies;
  const [pool] = pools;
  const [group] = groups;
  const firstStep: RoutingStep | undefined = pool ? { pool: pool.key } : group && { group: group.key };
  const add = () => {
    if (!first || !firstStep) return;
    const id = freshItemId(document, `${document.key}-route`);
    const route: Route = { id, name: t("campaign.routes.newName"), steps: [firstStep] };
    const place = { phase: phase.id, kind: "routing" as const, target: first.key };
    if (execute(addPrepended(place, route))) setOpened(id);
  };
  return (
    <PhaseSection
      {...props}
      part="routing"
      title={t("campaign.routes.title")}
      hint={t("campaign.routes.hint")}
      extra={
        readOnly || !first || !firstStep ? null : (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
            {t("campaign.routes.add")}
          </Button>
        )
      }
    >
      {policies.map(({ key, name }) => {
        const place: PrependPlace<"routing"> = { phase: phase.id, kind: "routing", target: key };
        return (
          <div key={key}>
            {policies.length > 1 ? <p className={styles.quiet}>{name}</p> : null}
            <PrependList
              {...props}
              place={place}
              sentence={(route) => routeSentence(route, telling)}
              form={(route, at) => <RouteForm {...props} place={place} route={route} at={at} />}
              opened={opened}
              onOpen={setOpened}
            />
          </div>
        );
      })}
    </PhaseSection>
  );
}

interface RouteFormProps extends PhaseProps {
  readonly place: PrependPlace<"routing">;
  readonly route: Route;
  readonly at: number;
}

function RouteForm({ document, phase, place, route, at, execute, findings, readOnly }: RouteFormProps) {
  const { t } = useTranslation();
  const { groups } = useVocabulary();
  const put = (next: Route) => void execute(setPrepended(place, next));
  const setSteps = (steps: Route["steps"]) => put({ ...route, steps });
  const list = (phase.routing ?? []).findIndex(({ policy }) => policy === place.target);
  const path = `/spec/phases/${document.spec.phases.indexOf(phase)}/routing/${list}/prepend/${at}`;
  const [group] = groups;
  return (
    <div className={styles.form}>
      <div className={styles.formField}>
        <label htmlFor="route-name">{t("campaign.routes.name")}</label>
        <Input
          id="route-name"
          value={route.name ?? ""}
          disabled={readOnly}
          onChange={({ target }) => put({ ...route, name: target.value })}
        />
      </div>
      <div className={styles.formField}>
        <span id="route-when">{t("campaign.routes.when")}</span>
        <ConditionBuilder
          aria-labelledby="route-when"
          place="routing"
          value={route.when}
          disabled={readOnly}
          findings={findingsBelow(findings, `${path}/when`)}
          onChange={(when) => {
            const { when: _old, ...rest } = route;
            put(when === undefined ? rest : { ...rest, when });
          }}
        />
      </div>
      <div className={styles.formField}>
        <span>{t("campaign.routes.steps")}</span>
        {route.steps.map((step, index) => (
          <StepRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name of its own, its place is what it is
            key={index}
            step={step}
            place={index + 1}
            readOnly={readOnly}
            onChange={(next) => setSteps(route.steps.map((each, other) => (other === index ? next : each)))}
            onRemove={
              route.steps.length > 1
                ? () => setSteps(route.steps.filter((_, other) => other !== index))
                : undefined
            }
          />
        ))}
        {readOnly || !group ? null : (
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setSteps([...route.steps, { group: group.key }])}
          >
            {t("campaign.routes.addStep")}
          </Button>
        )}
      </div>
    </div>
  );
}

type StepKind = "group" | "pool" | "sticky";
const kindOf = (step: RoutingStep): StepKind =>
  "pool" in step ? "pool" : "sticky" in step ? "sticky" : "group";

interface StepRowProps {
  readonly step: RoutingStep;
  readonly place: number;
  readonly readOnly: boolean;
  readonly onChange: (step: RoutingStep) => void;
  readonly onRemove: (() => void) | undefined;
}

function StepRow({ step, place, readOnly, onChange, onRemove }: StepRowProps) {
  const { t } = useTranslation();
  const { pools, groups } = useVocabulary();
  const begin = (kind: StepKind): RoutingStep | undefined => {
    if (kind === "sticky") return { sticky: "P7D" };
    if (kind === "pool") return pools[0] && { pool: pools[0].key };
    return groups[0] && { group: groups[0].key };
  };
  return (
    <div className={styles.step}>
      <b>{place}</b>
      <Select<StepKind>
        aria-label={t("campaign.routes.stepKind", { place })}
        disabled={readOnly}
        value={kindOf(step)}
        options={[
          { value: "group", label: t("campaign.routes.group") },
          { value: "pool", label: t("campaign.routes.pool") },
          { value: "sticky", label: t("campaign.routes.stickyKind") },
        ]}
        onChange={(kind) => {
          const next = begin(kind);
          if (next) onChange(next);
        }}
      />
      <StepFields step={step} readOnly={readOnly} onChange={onChange} />
      {onRemove && !readOnly ? (
        <Button
          type="text"
          danger
          icon={<DeleteOutlined />}
          aria-label={t("campaign.routes.removeStep", { place })}
          onClick={onRemove}
        />
      ) : null}
    </div>
  );
}

function StepFields({ step, readOnly, onChange }: Pick<StepRowProps, "step" | "readOnly" | "onChange">) {
  const { t } = useTranslation();
  const { pools } = useVocabulary();
  if ("pool" in step)
    return (
      <KeyPicker
        options={pools.map(({ key, name }) => ({ key, name: name || key }))}
        placeholder={t("campaign.routes.pool")}
        disabled={readOnly}
        value={step.pool}
        onChange={(pool) => pool !== undefined && onChange({ pool })}
      />
    );
  if ("sticky" in step)
    return (
      <DurationField
        days="elapsed"
        disabled={readOnly}
        value={step.sticky}
        onChange={(sticky) => sticky !== undefined && onChange({ sticky })}
      />
    );
  return <GroupFields step={step} readOnly={readOnly} onChange={onChange} />;
}

interface GroupFieldsProps extends Pick<StepRowProps, "readOnly" | "onChange"> {
  readonly step: GroupStep;
}

function GroupFields({ step, readOnly, onChange }: GroupFieldsProps) {
  const { t, i18n } = useTranslation();
  const { catalog } = useVocabulary();
  const { timeout: _timeout, ...untimed } = step;
  return (
    <div className={styles.stepMore}>
      <GroupPicker
        disabled={readOnly}
        value={step.group}
        onChange={(group) => group !== undefined && onChange({ ...step, group })}
      />
      <Select
        aria-label={t("campaign.routes.strategy")}
        disabled={readOnly}
        value={step.strategy ?? "least-loaded"}
        options={catalog.strategies.map(({ id, label }) => ({
          value: id,
          label: inLanguage(label, i18n.language),
        }))}
        onChange={(strategy) => onChange({ ...step, strategy })}
      />
      <DurationField
        aria-label={t("campaign.routes.timeout")}
        placeholder={t("campaign.routes.timeout")}
        days="elapsed"
        optional
        compact
        disabled={readOnly}
        value={step.timeout}
        onChange={(timeout) => onChange(timeout === undefined ? untimed : { ...step, timeout })}
      />
      <Checkbox
        disabled={readOnly}
        checked={step.ignoreCapacity === true}
        onChange={({ target }) => onChange({ ...step, ignoreCapacity: target.checked })}
      >
        {t("campaign.routes.ignoreCapacity")}
      </Checkbox>
    </div>
  );
}
