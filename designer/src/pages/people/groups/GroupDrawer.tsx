/** One group: its names, who leads it, and who is in it. */
import type { Group } from "@sluice/schemas";
import { App, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fetchPerson } from "../../../client/people.ts";
import { keyFor } from "../../../document/list/new-key.ts";
import { inLanguage } from "../../../explain/names.ts";
import { errorText } from "../../../ui/error-text.ts";
import { changeAgent } from "../change-agent.ts";
import { ClashNote } from "../form/ClashNote.tsx";
import form from "../form/form.module.css";
import { LabelFields, labelFault } from "../form/LabelFields.tsx";
import { PersonDrawer } from "../form/PersonDrawer.tsx";
import { type PersonForm, usePersonForm } from "../form/use-person-form.ts";
import { useRemovePerson } from "../form/use-remove-person.ts";
import { type House, useRefreshPeople } from "../use-people.ts";
import { membershipChanges, withMembership } from "./membership.ts";

export interface GroupDrawerProps {
  readonly house: House;
  /** `null` for a new one. */
  readonly groupKey: string | null;
  readonly leads: boolean;
  readonly onClose: () => void;
}

const fetchGroup = (key: string) => fetchPerson("groups", key);

export function GroupDrawer({ house, groupKey, leads, onClose }: GroupDrawerProps) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const refresh = useRefreshPeople();
  const isNew = groupKey === null;
  const [taken] = useState(() => house.groups.map(({ key }) => key));
  const [initial] = useState<Group>(
    () =>
      house.groups.find(({ key }) => key === groupKey) ?? {
        key: keyFor("", "group", new Set(taken)),
        label: { zh: "", en: "" },
      },
  );
  const before = house.agents.filter(({ groups }) => groups.includes(initial.key)).map(({ id }) => id);
  const [members, setMembers] = useState<readonly string[]>(before);
  const group = usePersonForm({ kind: "groups", key: groupKey, initial, fetch: fetchGroup });
  const name = inLanguage(initial.label, i18n.language);
  const remove = useRemovePerson("groups", onClose);
  const onSaved = async () => {
    const { key, label } = group.value;
    try {
      const changes = membershipChanges(before, members);
      await Promise.all(changes.map(({ agent, joins }) => changeAgent(agent, withMembership(key, joins))));
    } catch (error) {
      void message.error(errorText(error, t, i18n.language), 6);
      return;
    } finally {
      void refresh();
    }
    const said = inLanguage(label, i18n.language);
    void message.success(t(isNew ? "people.groups.created" : "people.groups.saved", { name: said }));
    onClose();
  };
  return (
    <PersonDrawer
      title={isNew ? t("people.groups.new") : name}
      form={group}
      isNew={isNew}
      leads={leads}
      fault={labelFault(group.value, isNew, taken)}
      onRemove={() => remove(initial.key, name, t("people.groups.removeText"))}
      onSaved={onSaved}
      onClose={onClose}
    >
      {(fault) => (
        <>
          <LabelFields
            form={group}
            isNew={isNew}
            disabled={!leads}
            fault={fault}
            conflict={t("people.groups.conflict")}
          />
          <div className={form.pair}>
            <Person part="lead" form={group} house={house} disabled={!leads} />
            <Person part="director" form={group} house={house} disabled={!leads} />
          </div>
          <div className={form.field}>
            <label htmlFor="group-members">{t("people.groups.members")}</label>
            <Select
              id="group-members"
              mode="multiple"
              disabled={!leads}
              showSearch={{ optionFilterProp: "label" }}
              value={[...members]}
              options={house.agents.map((agent) => ({ value: agent.id, label: agent.name }))}
              onChange={(ids: string[]) => setMembers(ids)}
            />
            <small>{t("people.groups.membersHint")}</small>
          </div>
        </>
      )}
    </PersonDrawer>
  );
}

interface PersonProps {
  readonly part: "lead" | "director";
  readonly form: PersonForm<Group>;
  readonly house: House;
  readonly disabled: boolean;
}

function Person({ part, form: group, house, disabled }: PersonProps) {
  const { t } = useTranslation();
  const nameOf = (id: string | undefined) => house.agents.find((agent) => agent.id === id)?.name ?? id ?? "";
  return (
    <div className={form.field}>
      <label htmlFor={`group-${part}`}>{t(`people.groups.${part}`)}</label>
      <Select
        id={`group-${part}`}
        allowClear
        disabled={disabled}
        placeholder={t("people.groups.nobody")}
        showSearch={{ optionFilterProp: "label" }}
        value={group.value[part] ?? null}
        options={house.agents.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id: string | null) => (id ? group.set({ [part]: id }) : group.unset(part))}
      />
      <ClashNote form={group} field={part} say={(theirs) => nameOf(theirs[part])} />
    </div>
  );
}
