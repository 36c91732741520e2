/** The skills that a step asks for, each with its least level. */
import { DeleteOutlined } from "@ant-design/icons";
import type { SkillNeed } from "@sluice/schemas";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { inLanguage } from "../../../explain/names.ts";
import { skillName } from "../words.ts";
import styles from "./panels.module.css";

export interface SkillNeedsProps {
  readonly needs: readonly SkillNeed[];
  readonly disabled: boolean;
  readonly onChange: (needs: readonly SkillNeed[]) => void;
}

const levels = [1, 2, 3, 4, 5].map((level) => ({ value: level, label: `≥ ${level}` }));

export function SkillNeeds({ needs, disabled, onChange }: SkillNeedsProps) {
  const { t, i18n } = useTranslation();
  const vocabulary = useVocabulary();
  const free = vocabulary.skills.filter(({ key }) => needs.every(({ skill }) => skill !== key));
  const replace = (at: number, need: SkillNeed) =>
    onChange(needs.map((each, place) => (place === at ? need : each)));
  return (
    <div className={styles.field}>
      <span>{t("routing.form.skills")}</span>
      {needs.map((need, at) => {
        const name = skillName(need.skill, vocabulary, i18n.language);
        return (
          <div key={need.skill} className={styles.need}>
            <span>{name}</span>
            <Select
              size="small"
              disabled={disabled}
              aria-label={t("routing.form.level", { skill: name })}
              value={need.level ?? 1}
              options={levels}
              onChange={(level) => replace(at, { ...need, level })}
            />
            <Button
              size="small"
              type="text"
              disabled={disabled}
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t("routing.form.removeSkill", { skill: name })}
              onClick={() => onChange(needs.filter((_, place) => place !== at))}
            />
          </div>
        );
      })}
      {disabled || free.length === 0 ? null : (
        <Select
          value={null}
          aria-label={t("routing.form.addSkill")}
          placeholder={t("routing.form.addSkill")}
          showSearch={{ optionFilterProp: "label" }}
          options={free.map(({ key, label }) => ({ value: key, label: inLanguage(label, i18n.language) }))}
          onChange={(skill: string | null) => skill !== null && onChange([...needs, { skill, level: 1 }])}
        />
      )}
      <small>{t("routing.form.skillsHint")}</small>
    </div>
  );
}
