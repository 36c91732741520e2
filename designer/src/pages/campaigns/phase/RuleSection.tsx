/** The classification rules that a phase asks before those of a ruleset. */
import { PlusOutlined } from "@ant-design/icons";
import type { ClassificationRule, Priority } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { documentsQuery } from "../../../client/documents.ts";
import { priorityList } from "../../../client/vocabulary.ts";
import { ConditionBuilder } from "../../../conditions/ConditionBuilder.tsx";
import { findingsBelow } from "../../../document/findings-below.ts";
import { addPrepended, type PrependPlace, setPrepended } from "../../../editor/campaign/prepend-commands.ts";
import { CategoryPicker } from "../../../fields/CategoryPicker.tsx";
import { TagsField } from "../../../fields/TagsField.tsx";
import { freshItemId } from "./fresh-item-id.ts";
import type { PhaseProps } from "./PhasePanel.tsx";
import { PhaseSection } from "./PhaseSection.tsx";
import { PrependList } from "./PrependList.tsx";
import styles from "./phase.module.css";
import { ruleSentence } from "./sentences.ts";
import { useTelling } from "./use-telling.ts";

/** The rulesets that the phase speaks of; the house's first where it speaks of none. */
function useRulesets({ phase }: PhaseProps): readonly { key: string; name: string }[] {
  const known = useQuery(documentsQuery("classification")).data ?? [];
  const named = (phase.classification ?? []).map(({ ruleset }) => ruleset);
  const keys = named.length > 0 ? named : known.slice(0, 1).map(({ key }) => key);
  return [...new Set(keys)].map((key) => ({
    key,
    name: known.find((each) => each.key === key)?.name ?? key,
  }));
}

export function RuleSection(props: PhaseProps) {
  const { document, phase, execute, readOnly } = props;
  const { t } = useTranslation();
  const telling = useTelling();
  const rulesets = useRulesets(props);
  const [opened, setOpened] = useState<string>();
  const [first] = rulesets;
  const add = () => {
    if (!first) return;
    const rule: ClassificationRule = {
      id: freshItemId(document, `${document.key}-rule`),
      name: t("campaign.rules.newName"),
      when: { fact: "ticket.text", operator: "containsAnyText", value: [] },
      // It does nothing until somebody says what.
      then: {},
    };
    const place = { phase: phase.id, kind: "classification" as const, target: first.key };
    if (execute(addPrepended(place, rule))) setOpened(rule.id);
  };
  return (
    <PhaseSection
      {...props}
      part="classification"
      title={t("campaign.rules.title")}
      hint={t("campaign.rules.hint")}
      extra={
        readOnly || !first ? null : (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
            {t("campaign.rules.add")}
          </Button>
        )
      }
    >
      {rulesets.map(({ key, name }) => {
        const place: PrependPlace<"classification"> = {
          phase: phase.id,
          kind: "classification",
          target: key,
        };
        return (
          <div key={key}>
            {rulesets.length > 1 ? <p className={styles.quiet}>{name}</p> : null}
            <PrependList
              {...props}
              place={place}
              sentence={(rule) => ruleSentence(rule, telling)}
              form={(rule, at) => <RuleForm {...props} place={place} rule={rule} at={at} />}
              opened={opened}
              onOpen={setOpened}
            />
          </div>
        );
      })}
    </PhaseSection>
  );
}

interface RuleFormProps extends PhaseProps {
  readonly place: PrependPlace<"classification">;
  readonly rule: ClassificationRule;
  readonly at: number;
}

/** A copy without what is `undefined`: documents leave such things out. */
const without = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;

function RuleForm({ document, phase, place, rule, at, execute, findings, readOnly }: RuleFormProps) {
  const { t } = useTranslation();
  const set = (change: Partial<ClassificationRule>) =>
    void execute(setPrepended(place, { ...rule, ...change }));
  const give = (
    change: { [K in keyof ClassificationRule["then"]]: ClassificationRule["then"][K] | undefined },
  ) => set({ then: without({ ...rule.then, ...change }) as ClassificationRule["then"] });
  const { addTags = [], category, priority, stop = false } = rule.then;
  const lists = phase.classification ?? [];
  const list = lists.findIndex(({ ruleset }) => ruleset === place.target);
  const path = `/spec/phases/${document.spec.phases.indexOf(phase)}/classification/${list}/prepend/${at}`;
  return (
    <div className={styles.form}>
      <div className={styles.formField}>
        <label htmlFor="rule-name">{t("campaign.rules.name")}</label>
        <Input
          id="rule-name"
          value={rule.name ?? ""}
          disabled={readOnly}
          onChange={({ target }) => set({ name: target.value })}
        />
      </div>
      <div className={styles.formField}>
        <span id="rule-when">{t("campaign.rules.when")}</span>
        <ConditionBuilder
          aria-labelledby="rule-when"
          place="classification"
          value={rule.when}
          disabled={readOnly}
          findings={findingsBelow(findings, `${path}/when`)}
          onChange={(when) => when !== undefined && set({ when })}
        />
      </div>
      <div className={styles.formField}>
        <span>{t("campaign.rules.addTags")}</span>
        <TagsField
          aria-label={t("campaign.rules.addTags")}
          disabled={readOnly}
          value={addTags}
          onChange={(tags) => give({ addTags: tags.length > 0 ? [...tags] : undefined })}
        />
      </div>
      <div className={styles.formField}>
        <span>{t("campaign.rules.category")}</span>
        <CategoryPicker
          aria-label={t("campaign.rules.category")}
          optional
          disabled={readOnly}
          value={category}
          onChange={(next) => give({ category: next })}
        />
      </div>
      <div className={styles.formField}>
        <span>{t("campaign.rules.priority")}</span>
        <Select<Priority>
          aria-label={t("campaign.rules.priority")}
          allowClear
          disabled={readOnly}
          value={priority ?? null}
          placeholder={t("words.none")}
          options={priorityList.map((value) => ({ value, label: t(`words.priority.${value}`) }))}
          onChange={(next: Priority | undefined) => give({ priority: next })}
        />
      </div>
      <Checkbox
        disabled={readOnly}
        checked={stop}
        onChange={({ target }) => give({ stop: target.checked ? true : undefined })}
      >
        {t("campaign.rules.stop")}
      </Checkbox>
      <Checkbox
        disabled={readOnly}
        checked={rule.enabled !== false}
        onChange={({ target }) => set({ enabled: target.checked })}
      >
        {t("campaign.rules.enabled")}
      </Checkbox>
    </div>
  );
}
