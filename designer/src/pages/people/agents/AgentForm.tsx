/** Everything about an agent but what they do right now. */
import { DeleteOutlined } from "@ant-design/icons";
import type { Agent } from "@sluice/schemas";
import { Alert, Button, Input, InputNumber, Segmented, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../../explain/names.ts";
import { ClashNote } from "../form/ClashNote.tsx";
import styles from "../form/form.module.css";
import type { PersonForm } from "../form/use-person-form.ts";
import type { House } from "../use-people.ts";

export interface AgentFormProps {
  readonly form: PersonForm<Agent>;
  readonly house: House;
  readonly isNew: boolean;
  readonly disabled: boolean;
  readonly fault:
    | "people.agent.needName"
    | "people.agent.needId"
    | "people.agent.idTaken"
    | "people.agent.capacityBelow"
    | undefined;
}

type Labelled = readonly { readonly key: string; readonly label: { zh: string; en: string } }[];

/** The names of keys, in the language in force. */
function useNamer() {
  const { i18n } = useTranslation();
  const one = (items: Labelled, key: string) => {
    const found = items.find((each) => each.key === key);
    return found ? inLanguage(found.label, i18n.language) : key;
  };
  const options = (items: Labelled) => items.map(({ key }) => ({ value: key, label: one(items, key) }));
  const all = (items: Labelled, keys: readonly string[] = []) =>
    keys.map((key) => one(items, key)).join(", ");
  return { one, options, all };
}

export function AgentForm(props: AgentFormProps) {
  const { t } = useTranslation();
  const { form, house, isNew, disabled, fault } = props;
  const { value, set, unset, clash } = form;
  const namer = useNamer();
  const aboutId = fault === "people.agent.needId" || fault === "people.agent.idTaken" ? fault : undefined;
  const lists = [
    { field: "groups", label: t("people.agent.groups"), items: house.groups, placeholder: "" },
    {
      field: "shifts",
      label: t("people.agent.shifts"),
      items: house.shifts,
      placeholder: t("people.agent.noShifts"),
    },
    {
      field: "shops",
      label: t("people.agent.shops"),
      items: house.shops,
      placeholder: t("people.agent.allShops"),
    },
  ] as const;
  return (
    <>
      {clash ? (
        <Alert
          type="warning"
          showIcon
          title={t("people.agent.conflict")}
          description={t("people.agent.conflictText")}
        />
      ) : null}
      <div className={styles.pair}>
        <Field id="people-name" label={t("people.agent.name")}>
          <Input
            id="people-name"
            autoFocus={isNew}
            maxLength={100}
            disabled={disabled}
            status={fault === "people.agent.needName" ? "error" : ""}
            value={value.name}
            onChange={({ target }) => set({ name: target.value })}
          />
          {fault === "people.agent.needName" ? <p className={styles.fault}>{t(fault)}</p> : null}
          <ClashNote form={form} field="name" say={({ name }) => name} />
        </Field>
        <Field id="people-id" label={t("people.agent.id")}>
          <Input
            id="people-id"
            maxLength={63}
            disabled={disabled || !isNew}
            status={aboutId ? "error" : ""}
            value={value.id}
            onChange={({ target }) => set({ id: target.value })}
          />
          {aboutId ? <p className={styles.fault}>{t(aboutId)}</p> : null}
          {isNew ? <small>{t("people.agent.idHint")}</small> : null}
        </Field>
      </div>
      {lists.slice(0, 2).map((list) => (
        <ListField key={list.field} {...list} {...props} namer={namer} />
      ))}
      <SkillLevels {...props} namer={namer} />
      <div className={styles.pair}>
        {(["chat", "ticket"] as const).map((kind) => (
          <Field
            key={kind}
            id={`people-${kind}`}
            label={`${t("people.agent.capacity")} · ${t(`people.agent.${kind}`)}`}
          >
            <InputNumber
              id={`people-${kind}`}
              style={{ width: "100%" }}
              precision={0}
              disabled={disabled}
              status={value.capacity[kind] < 0 ? "error" : ""}
              value={value.capacity[kind]}
              onChange={(count) => set({ capacity: { ...value.capacity, [kind]: count ?? 0 } })}
            />
            {value.capacity[kind] < 0 ? (
              <p className={styles.fault} role="alert">
                {t("people.agent.capacityBelow")}
              </p>
            ) : null}
          </Field>
        ))}
      </div>
      <ClashNote
        form={form}
        field="capacity"
        say={({ capacity }) => `${capacity.chat} / ${capacity.ticket}`}
      />
      {lists.slice(2).map((list) => (
        <ListField key={list.field} {...list} {...props} namer={namer} />
      ))}
      <Field id="people-limit" label={t("people.agent.compensation")}>
        <InputNumber
          id="people-limit"
          style={{ width: "100%" }}
          min={0}
          disabled={disabled}
          placeholder={t("people.agent.noCompensation")}
          value={value.compensationLimit ?? null}
          onChange={(limit) =>
            limit === null ? unset("compensationLimit") : set({ compensationLimit: limit })
          }
        />
        <ClashNote
          form={form}
          field="compensationLimit"
          say={({ compensationLimit }) => String(compensationLimit ?? "")}
        />
      </Field>
    </>
  );
}

export function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

type Namer = ReturnType<typeof useNamer>;

interface ListFieldProps extends AgentFormProps {
  readonly field: "groups" | "shifts" | "shops";
  readonly label: string;
  readonly items: Labelled;
  readonly placeholder: string;
  readonly namer: Namer;
}

function ListField({ field, label, items, placeholder, form, disabled, namer }: ListFieldProps) {
  return (
    <Field id={`people-${field}`} label={label}>
      <Select
        id={`people-${field}`}
        mode="multiple"
        disabled={disabled}
        placeholder={placeholder}
        showSearch={{ optionFilterProp: "label" }}
        value={[...(form.value[field] ?? [])]}
        options={namer.options(items)}
        onChange={(keys: string[]) => form.set({ [field]: keys })}
      />
      <ClashNote form={form} field={field} say={(theirs) => namer.all(items, theirs[field])} />
    </Field>
  );
}

const levels = [1, 2, 3, 4, 5];

function SkillLevels({ form, house, disabled, namer }: AgentFormProps & { namer: Namer }) {
  const { t } = useTranslation();
  const skills = form.value.skills ?? {};
  const free = house.skills.filter(({ key }) => skills[key] === undefined);
  const say = (theirs: Agent) =>
    Object.entries(theirs.skills ?? {})
      .map(([key, level]) => `${namer.one(house.skills, key)} ${level}`)
      .join(", ");
  const drop = (key: string) => {
    const { [key]: _, ...rest } = skills;
    form.set({ skills: rest });
  };
  return (
    <div className={styles.field}>
      <span>{t("people.agent.skills")}</span>
      {Object.entries(skills).map(([key, level]) => {
        const skill = namer.one(house.skills, key);
        return (
          <div key={key} className={styles.need}>
            <span>{skill}</span>
            <Segmented
              size="small"
              disabled={disabled}
              aria-label={t("people.agent.skillLevel", { skill })}
              value={level}
              options={levels}
              onChange={(next) => form.set({ skills: { ...skills, [key]: next } })}
            />
            <Button
              size="small"
              type="text"
              disabled={disabled}
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t("people.agent.removeSkill", { skill })}
              onClick={() => drop(key)}
            />
          </div>
        );
      })}
      {disabled || free.length === 0 ? null : (
        <Select
          value={null}
          aria-label={t("people.agent.addSkill")}
          placeholder={t("people.agent.addSkill")}
          showSearch={{ optionFilterProp: "label" }}
          options={namer.options(free)}
          onChange={(key: string | null) => key !== null && form.set({ skills: { ...skills, [key]: 3 } })}
        />
      )}
      <ClashNote form={form} field="skills" say={say} />
    </div>
  );
}
