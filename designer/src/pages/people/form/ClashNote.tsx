/** Beside a field that two people changed: what is stored now, and a way to take it. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./form.module.css";
import type { PersonForm } from "./use-person-form.ts";

export interface ClashNoteProps<T> {
  readonly form: PersonForm<T>;
  readonly field: keyof T & string;
  /** The stored value in words. */
  readonly say: (theirs: T) => string;
}

export function ClashNote<T>({ form, field, say }: ClashNoteProps<T>) {
  const { t } = useTranslation();
  const { clash } = form;
  if (!clash?.fields.includes(field)) return null;
  return (
    <p className={styles.clash}>
      {t("people.agent.now", { value: say(clash.theirs) || t("people.agents.noneSkill") })}
      <Button size="small" type="link" onClick={() => form.takeTheirs(field)}>
        {t("people.agent.takeTheirs")}
      </Button>
    </p>
  );
}
