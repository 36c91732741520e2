/** One skill: its names. */
import type { Skill } from "@sluice/schemas";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fetchPerson } from "../../../client/people.ts";
import { keyFor } from "../../../document/list/new-key.ts";
import { inLanguage } from "../../../explain/names.ts";
import { LabelFields, labelFault } from "../form/LabelFields.tsx";
import { PersonDrawer } from "../form/PersonDrawer.tsx";
import { usePersonForm } from "../form/use-person-form.ts";
import { useRemovePerson } from "../form/use-remove-person.ts";
import type { House } from "../use-people.ts";

export interface SkillDrawerProps {
  readonly house: House;
  /** `null` for a new one. */
  readonly skillKey: string | null;
  readonly leads: boolean;
  readonly onClose: () => void;
}

const fetchSkill = (key: string) => fetchPerson("skills", key);

export function SkillDrawer({ house, skillKey, leads, onClose }: SkillDrawerProps) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const isNew = skillKey === null;
  const [taken] = useState(() => house.skills.map(({ key }) => key));
  const [initial] = useState<Skill>(
    () =>
      house.skills.find(({ key }) => key === skillKey) ?? {
        key: keyFor("", "skill", new Set(taken)),
        label: { zh: "", en: "" },
      },
  );
  const skill = usePersonForm({ kind: "skills", key: skillKey, initial, fetch: fetchSkill });
  const remove = useRemovePerson("skills", onClose);
  const name = inLanguage(initial.label, i18n.language);
  return (
    <PersonDrawer
      title={isNew ? t("people.skills.new") : t("people.skills.edit", { name })}
      form={skill}
      isNew={isNew}
      leads={leads}
      fault={labelFault(skill.value, isNew, taken)}
      onRemove={() => remove(initial.key, name, t("people.skills.removeText"))}
      onSaved={() => {
        const said = inLanguage(skill.value.label, i18n.language);
        void message.success(t(isNew ? "people.skills.created" : "people.skills.saved", { name: said }));
        onClose();
      }}
      onClose={onClose}
    >
      {(fault) => (
        <LabelFields
          form={skill}
          isNew={isNew}
          disabled={!leads}
          fault={fault}
          conflict={t("people.skills.conflict")}
        />
      )}
    </PersonDrawer>
  );
}
