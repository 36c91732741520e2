/** Choosing groups and agents by name. */
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../conditions/vocabulary-context.tsx";
import { inLanguage } from "../explain/names.ts";
import type { FieldProps } from "./field-props.ts";
import { KeyPicker } from "./KeyPicker.tsx";

export interface PersonPickerProps extends FieldProps<string | undefined> {
  readonly optional?: boolean | undefined;
}

/** A group's key. */
export function GroupPicker(props: PersonPickerProps) {
  const { t, i18n } = useTranslation();
  const options = useVocabulary().groups.map(({ key, label }) => ({
    key,
    name: inLanguage(label, i18n.language),
  }));
  return <KeyPicker {...props} options={options} placeholder={t("fields.picker.group")} />;
}

/** An agent's id; `group` offers its members alone. */
export function AgentPicker({
  group,
  ...props
}: PersonPickerProps & { readonly group?: string | undefined }) {
  const { t } = useTranslation();
  const options = useVocabulary()
    .agents.filter(({ groups }) => group === undefined || groups.includes(group))
    .map(({ id, name, presence }) => ({ key: id, name, hint: `${id} · ${t(`words.presence.${presence}`)}` }));
  return <KeyPicker {...props} options={options} placeholder={t("fields.picker.agent")} />;
}
