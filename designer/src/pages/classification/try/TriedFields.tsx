/** What a rule may ask besides the words: channel, customer, order; what is seldom asked is folded. */
import { DownOutlined } from "@ant-design/icons";
import { Button, Input, InputNumber, Select } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { priorityList } from "../../../client/vocabulary.ts";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { inLanguage } from "../../../explain/names.ts";
import { InstantField } from "../../../fields/InstantField.tsx";
import { JsonField } from "../../../fields/JsonField.tsx";
import { FieldValue } from "../FieldValue.tsx";
import { type TriedForm, withCustomer, withField, withInput, withOrder, withPriority } from "./tried-form.ts";
import styles from "./try.module.css";
import type { TryAnswer } from "./try-message.ts";

export interface TriedFieldsProps {
  readonly form: TriedForm;
  readonly onChange: (form: TriedForm) => void;
  readonly answer: TryAnswer | null;
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={styles.field}>
      <span>{label}</span>
      {children}
    </label>
  );
}

export function TriedFields(props: TriedFieldsProps) {
  const { form, onChange } = props;
  const { t, i18n } = useTranslation();
  const [more, setMore] = useState(false);
  const { channels } = useVocabulary();
  const { input } = form;
  return (
    <>
      <div className={styles.fields}>
        <Field label={t("classification.try.channel")}>
          <Select
            size="small"
            popupMatchSelectWidth={false}
            aria-label={t("classification.try.channel")}
            value={input.channel}
            options={channels.map(({ key, label }) => ({
              value: key,
              label: inLanguage(label, i18n.language),
            }))}
            onChange={(channel) => onChange(withInput(form, { channel }))}
          />
        </Field>
        <Field label={t("classification.try.tier")}>
          <Input
            size="small"
            placeholder={t("classification.try.tierPlaceholder")}
            value={input.customer.tier ?? ""}
            onChange={({ target }) => onChange(withCustomer(form, { tier: target.value }))}
          />
        </Field>
        <Field label={t("classification.try.amount")}>
          <InputNumber
            size="small"
            min={0}
            changeOnWheel={false}
            value={input.order?.amount ?? null}
            onChange={(amount) => onChange(withOrder(form, { amount: amount ?? undefined }))}
          />
        </Field>
      </div>
      {more ? <MoreFields {...props} /> : null}
      <FetchedFacts {...props} />
      <Button
        type="text"
        size="small"
        className={styles.more ?? ""}
        aria-expanded={more}
        icon={<DownOutlined rotate={more ? 180 : 0} aria-hidden />}
        onClick={() => setMore(!more)}
      >
        {t(more ? "classification.try.less" : "classification.try.more")}
      </Button>
    </>
  );
}

function MoreFields({ form, onChange, answer }: TriedFieldsProps) {
  const { t, i18n } = useTranslation();
  const { shops, fields } = useVocabulary();
  const { input, known, at } = form;
  const read = new Set(answer?.reads ?? []);
  const asked = fields.filter(
    ({ key }) => read.has(`ticket.fields.${key}`) || Object.hasOwn(input.fields ?? {}, key),
  );
  return (
    <div className={styles.fields}>
      <Field label={t("classification.try.shop")}>
        <Select<string>
          size="small"
          allowClear
          popupMatchSelectWidth={false}
          aria-label={t("classification.try.shop")}
          {...(input.shop ? { value: input.shop } : {})}
          options={shops.map(({ key, label }) => ({ value: key, label: inLanguage(label, i18n.language) }))}
          onChange={(shop?: string) => onChange(withInput(form, { shop }))}
        />
      </Field>
      <Field label={t("classification.try.status")}>
        <Input
          size="small"
          value={input.order?.status ?? ""}
          onChange={({ target }) => onChange(withOrder(form, { status: target.value }))}
        />
      </Field>
      <Field label={t("classification.try.spend")}>
        <InputNumber<number>
          size="small"
          min={0}
          changeOnWheel={false}
          value={input.customer.annualSpend ?? null}
          onChange={(spend) =>
            onChange(withCustomer(form, { annualSpend: spend ?? undefined } as { annualSpend: number }))
          }
        />
      </Field>
      <Field label={t("classification.try.openTickets")}>
        <InputNumber<number>
          size="small"
          min={0}
          precision={0}
          changeOnWheel={false}
          value={known.openTickets ?? null}
          onChange={(openTickets) =>
            onChange({ ...form, known: openTickets === null ? {} : { ...known, openTickets } })
          }
        />
      </Field>
      <Field label={t("classification.try.priority")}>
        <Select
          size="small"
          allowClear
          aria-label={t("classification.try.priority")}
          {...(input.priority ? { value: input.priority } : {})}
          options={priorityList.map((value) => ({ value, label: value }))}
          onChange={(priority) => onChange(withPriority(form, priority))}
        />
      </Field>
      <Field label={t("classification.try.at")}>
        <InstantField
          size="small"
          optional
          aria-label={t("classification.try.at")}
          value={at === null ? undefined : new Date(at).toISOString()}
          onChange={(next) => onChange({ ...form, at: next === undefined ? null : Date.parse(next) })}
        />
      </Field>
      {asked.map((field) => (
        <Field key={field.key} label={inLanguage(field.label, i18n.language)}>
          <FieldValue
            field={field}
            label={inLanguage(field.label, i18n.language)}
            value={input.fields?.[field.key]}
            onChange={(value) => onChange(withField(form, field.key, value))}
          />
        </Field>
      ))}
    </div>
  );
}

/** Facts that a plugin would look up: nothing is looked up for a trial, so they are written here. */
function FetchedFacts({ form, onChange, answer }: TriedFieldsProps) {
  const { t, i18n } = useTranslation();
  const { catalog } = useVocabulary();
  const fetched = answer?.fetched ?? [];
  if (fetched.length === 0) return null;
  return (
    <div className={styles.fetched}>
      <p>{t("classification.try.unknown")}</p>
      <div className={styles.fields}>
        {fetched.map((id) => {
          const known = catalog.facts.find((fact) => fact.id === id);
          const label = known ? inLanguage(known.label, i18n.language) : id;
          return (
            <Field key={id} label={label}>
              <JsonField
                size="small"
                aria-label={label}
                value={(form.facts[id] as never) ?? null}
                onChange={(value) => onChange({ ...form, facts: { ...form.facts, [id]: value } })}
              />
            </Field>
          );
        })}
      </div>
    </div>
  );
}
