/** One shift: its names, its times, its days. */
import type { Shift } from "@sluice/schemas";
import { App, Checkbox, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fetchPerson } from "../../../client/people.ts";
import { keyFor } from "../../../document/list/new-key.ts";
import { inLanguage } from "../../../explain/names.ts";
import { ClashNote } from "../form/ClashNote.tsx";
import fields from "../form/form.module.css";
import { LabelFields, labelFault } from "../form/LabelFields.tsx";
import { PersonDrawer } from "../form/PersonDrawer.tsx";
import { type PersonForm, usePersonForm } from "../form/use-person-form.ts";
import { useRemovePerson } from "../form/use-remove-person.ts";
import type { House } from "../use-people.ts";
import styles from "./shifts.module.css";
import { weekdays } from "./week.ts";

export interface ShiftDrawerProps {
  readonly house: House;
  /** `null` for a new one. */
  readonly shiftKey: string | null;
  readonly leads: boolean;
  readonly onClose: () => void;
}

const fetchShift = (key: string) => fetchPerson("shifts", key);

export function ShiftDrawer({ house, shiftKey, leads, onClose }: ShiftDrawerProps) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const isNew = shiftKey === null;
  const [taken] = useState(() => house.shifts.map(({ key }) => key));
  const [initial] = useState<Shift>(
    () =>
      house.shifts.find(({ key }) => key === shiftKey) ?? {
        key: keyFor("", "shift", new Set(taken)),
        label: { zh: "", en: "" },
        start: "09:00",
        end: "18:00",
        weekdays: [1, 2, 3, 4, 5],
      },
  );
  const shift = usePersonForm({ kind: "shifts", key: shiftKey, initial, fetch: fetchShift });
  const remove = useRemovePerson("shifts", onClose);
  const name = inLanguage(initial.label, i18n.language);
  return (
    <PersonDrawer
      title={isNew ? t("people.shifts.new") : t("people.shifts.edit", { name })}
      form={shift}
      isNew={isNew}
      leads={leads}
      fault={labelFault(shift.value, isNew, taken)}
      onRemove={() => remove(initial.key, name, t("people.shifts.removeText"))}
      onSaved={() => {
        const said = inLanguage(shift.value.label, i18n.language);
        void message.success(t(isNew ? "people.shifts.created" : "people.shifts.saved", { name: said }));
        onClose();
      }}
      onClose={onClose}
    >
      {(fault) => (
        <>
          <LabelFields
            form={shift}
            isNew={isNew}
            disabled={!leads}
            fault={fault}
            conflict={t("people.shifts.conflict")}
          />
          <Times form={shift} disabled={!leads} />
        </>
      )}
    </PersonDrawer>
  );
}

function Times({ form, disabled }: { form: PersonForm<Shift>; disabled: boolean }) {
  const { t } = useTranslation();
  const { value, set } = form;
  const toggle = (day: number, works: boolean) =>
    set({ weekdays: weekdays.filter((each) => (each === day ? works : value.weekdays.includes(each))) });
  return (
    <>
      <div className={fields.pair}>
        {(["start", "end"] as const).map((end) => (
          <div key={end} className={fields.field}>
            <label htmlFor={`shift-${end}`}>{t(`people.shifts.${end}`)}</label>
            <Input
              id={`shift-${end}`}
              disabled={disabled}
              inputMode="numeric"
              placeholder="00:00"
              value={value[end]}
              onChange={({ target }) => set({ [end]: target.value.normalize("NFKC") })}
            />
            <ClashNote form={form} field={end} say={(theirs) => theirs[end]} />
          </div>
        ))}
      </div>
      <p className={fields.hint}>{t("people.shifts.endHint")}</p>
      <div className={fields.field}>
        <span id="shift-days">{t("people.shifts.weekdays")}</span>
        <fieldset className={styles.days} aria-labelledby="shift-days">
          {weekdays.map((day) => (
            <Checkbox
              key={day}
              disabled={disabled}
              checked={value.weekdays.includes(day)}
              onChange={({ target }) => toggle(day, target.checked)}
            >
              {t(`people.shifts.days.d${day}`)}
            </Checkbox>
          ))}
        </fieldset>
        <ClashNote
          form={form}
          field="weekdays"
          say={(theirs) =>
            weekdays
              .filter((day) => theirs.weekdays.includes(day))
              .map((day) => t(`people.shifts.days.d${day}`))
              .join(" ")
          }
        />
      </div>
    </>
  );
}
