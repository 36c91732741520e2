/** The key and the names of a group, a skill or a shift. */
import type { Label } from "@sluice/schemas";
import { Alert, Input } from "antd";
import { useTranslation } from "react-i18next";
import { ClashNote } from "./ClashNote.tsx";
import styles from "./form.module.css";
import type { PersonForm } from "./use-person-form.ts";

/** What all three have. */
export interface Labelled {
  readonly key: string;
  readonly label: Label;
}

export interface LabelFieldsProps<T extends Labelled> {
  readonly form: PersonForm<T>;
  readonly isNew: boolean;
  readonly disabled: boolean;
  readonly fault: LabelFault | undefined;
  /** The sentence about a lost race. */
  readonly conflict: string;
}

export type LabelFault = "people.groups.needKey" | "people.groups.needName" | "people.agent.idTaken";

/** What is still missing before it can be stored. */
export function labelFault(
  { key, label }: Labelled,
  isNew: boolean,
  taken: readonly string[],
): LabelFault | undefined {
  if (label.zh.trim() === "") return "people.groups.needName";
  if (key.trim() === "") return "people.groups.needKey";
  return isNew && taken.includes(key) ? "people.agent.idTaken" : undefined;
}

export function LabelFields<T extends Labelled>(props: LabelFieldsProps<T>) {
  const { t } = useTranslation();
  const { form, isNew, disabled, fault, conflict } = props;
  const { value, clash } = form;
  const set = (change: Partial<Labelled>) => form.set(change as Partial<T>);
  return (
    <>
      {clash ? (
        <Alert type="warning" showIcon title={conflict} description={t("people.agent.conflictText")} />
      ) : null}
      <div className={styles.pair}>
        <div className={styles.field}>
          <label htmlFor="people-label-zh">{t("people.groups.zh")}</label>
          <Input
            id="people-label-zh"
            autoFocus={isNew}
            disabled={disabled}
            status={fault === "people.groups.needName" ? "error" : ""}
            value={value.label.zh}
            onChange={({ target }) =>
              set({
                label: {
                  zh: target.value,
                  // Until it is given a name of its own, it is called the same.
                  en: value.label.en === value.label.zh ? target.value : value.label.en,
                },
              })
            }
          />
          {fault === "people.groups.needName" ? <p className={styles.fault}>{t(fault)}</p> : null}
        </div>
        <div className={styles.field}>
          <label htmlFor="people-label-en">{t("people.groups.en")}</label>
          <Input
            id="people-label-en"
            disabled={disabled}
            value={value.label.en}
            onChange={({ target }) => set({ label: { ...value.label, en: target.value } })}
          />
        </div>
      </div>
      <ClashNote form={form} field={"label"} say={({ label }) => `${label.zh} / ${label.en}`} />
      <div className={styles.field}>
        <label htmlFor="people-key">{t("people.groups.key")}</label>
        <Input
          id="people-key"
          disabled={disabled || !isNew}
          status={fault && fault !== "people.groups.needName" ? "error" : ""}
          value={value.key}
          onChange={({ target }) => set({ key: target.value })}
        />
        {fault && fault !== "people.groups.needName" ? <p className={styles.fault}>{t(fault)}</p> : null}
        {isNew ? <small>{t("people.groups.keyHint")}</small> : null}
      </div>
    </>
  );
}
