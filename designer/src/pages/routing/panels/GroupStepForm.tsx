/** A group's step: which group, how one of them is chosen, what they must be able to, how long it waits. */
import type { GroupStep } from "@sluice/schemas";
import { Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { setStep, setTimeoutOf } from "../../../editor/routing/step-commands.ts";
import { inLanguage } from "../../../explain/names.ts";
import { DurationField } from "../../../fields/DurationField.tsx";
import { GroupPicker } from "../../../fields/PeoplePickers.tsx";
import { useRoutingEditor } from "../routing-editor.ts";
import { strategyOf } from "../words.ts";
import { GroupNow } from "./GroupNow.tsx";
import styles from "./panels.module.css";
import { SkillNeeds } from "./SkillNeeds.tsx";
import type { StepFormProps } from "./StepPanel.tsx";

export function GroupStepForm({ route, step, place }: StepFormProps<GroupStep>) {
  const { t, i18n } = useTranslation();
  const { catalog } = useVocabulary();
  const { execute, readOnly } = useRoutingEditor();
  const set = (change: Partial<GroupStep>, field: string) =>
    execute(setStep(place, { ...step, ...change }, field));
  const last = place.at === route.steps.length - 1;
  const chosen = catalog.strategies.find(({ id }) => id === strategyOf(step));
  return (
    <>
      <div className={styles.field}>
        <span id="routing-group">{t("routing.form.group")}</span>
        <GroupPicker
          aria-labelledby="routing-group"
          disabled={readOnly}
          value={step.group}
          onChange={(group) => group !== undefined && set({ group }, "group")}
        />
      </div>
      <div className={styles.field}>
        <span id="routing-strategy">{t("routing.form.strategy")}</span>
        <Select
          aria-labelledby="routing-strategy"
          disabled={readOnly}
          value={strategyOf(step)}
          options={catalog.strategies.map(({ id, label }) => ({
            value: id,
            label: inLanguage(label, i18n.language),
          }))}
          onChange={(strategy) => set({ strategy }, "strategy")}
        />
        {chosen ? <small>{inLanguage(chosen.description, i18n.language)}</small> : null}
      </div>
      <SkillNeeds
        needs={step.skills ?? []}
        disabled={readOnly}
        onChange={(skills) => set({ skills: [...skills] }, "skills")}
      />
      <div className={styles.field}>
        <span id="routing-timeout">{t("routing.form.timeout")}</span>
        <DurationField
          days="elapsed"
          optional={last}
          disabled={readOnly}
          aria-labelledby="routing-timeout"
          placeholder={t("routing.form.timeoutForever")}
          value={step.timeout}
          onChange={(timeout) => execute(setTimeoutOf(place, timeout))}
        />
        <small>{t("routing.form.timeoutHint")}</small>
      </div>
      <div className={styles.switch}>
        <Switch
          id="routing-ignore"
          disabled={readOnly}
          checked={step.ignoreCapacity ?? false}
          onChange={(ignoreCapacity) => set({ ignoreCapacity }, "ignoreCapacity")}
        />
        <label htmlFor="routing-ignore">
          {t("routing.form.ignoreCapacity")}
          <small>{t("routing.form.ignoreCapacityHint")}</small>
        </label>
      </div>
      <GroupNow group={step.group} />
    </>
  );
}
