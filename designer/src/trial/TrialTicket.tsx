/** The ticket that is tried: typed in a few fields, or one that came in. */
import { CaretRightOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, InputNumber, Segmented, Select } from "antd";
import { type KeyboardEvent, type ReactNode, useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { ticketSearchQuery } from "../client/tickets.ts";
import { priorityList } from "../client/vocabulary.ts";
import { channelsQuery } from "../client/workspace.ts";
import { useNames } from "../explain/use-names.ts";
import type { TicketForm } from "../ticket-form/ticket-form.ts";
import styles from "./trial.module.css";
import { useTrial } from "./trial-context.ts";
import { isRunnable, type TrialStory, withTicket } from "./trial-story.ts";

export interface TrialTicketProps {
  readonly onRun: (story: TrialStory) => void;
}

export function TrialTicket({ onRun }: TrialTicketProps) {
  const { t } = useTranslation();
  const { story, setStory, running } = useTrial();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && isRunnable(story)) onRun(story);
  };
  return (
    <section className={styles.ticket} aria-label={t("trial.ticket")} onKeyDown={onKeyDown}>
      <Segmented
        block
        size="small"
        value={story.source.kind}
        options={[
          { value: "typed", label: t("trial.typed") },
          { value: "stored", label: t("trial.stored") },
        ]}
        onChange={(kind) =>
          setStory(
            withTicket(story, { source: kind === "typed" ? { kind } : { kind: "stored", ticketId: null } }),
          )
        }
      />
      {story.source.kind === "typed" ? <TypedTicket /> : <StoredTicket onRun={onRun} />}
      <Button
        type="primary"
        ghost
        block
        icon={<CaretRightOutlined aria-hidden />}
        disabled={!isRunnable(story)}
        loading={running}
        onClick={() => onRun(story)}
      >
        {t("trial.run")}
      </Button>
    </section>
  );
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

function TypedTicket() {
  const { t } = useTranslation();
  const names = useNames();
  const channels = useQuery(channelsQuery).data?.items ?? [];
  const { story, setStory } = useTrial();
  const { form } = story;
  const set = (change: Partial<TicketForm>) =>
    setStory(withTicket(story, { form: { ...form, ...change } as TicketForm }));
  return (
    <>
      <Input
        aria-label={t("tickets.form.subject")}
        placeholder={t("trial.subject")}
        value={form.subject}
        maxLength={1_000}
        onChange={(event) => set({ subject: event.target.value })}
      />
      <Input.TextArea
        aria-label={t("tickets.form.body")}
        placeholder={t("tickets.form.body")}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={form.body}
        onChange={(event) => set({ body: event.target.value })}
      />
      <div className={styles.fields}>
        <Field label={t("tickets.form.channel")}>
          <Select
            size="small"
            aria-label={t("tickets.form.channel")}
            value={form.channel}
            options={channels.map(({ key }) => ({ value: key, label: names.channel(key) }))}
            onChange={(channel) => set({ channel })}
          />
        </Field>
        <Field label={t("tickets.form.priority")}>
          <Select
            size="small"
            allowClear
            aria-label={t("tickets.form.priority")}
            placeholder={t("tickets.form.priorityHelp")}
            {...(form.priority ? { value: form.priority } : {})}
            options={priorityList.map((value) => ({ value, label: value }))}
            onChange={(priority) => set({ priority })}
          />
        </Field>
        <Field label={t("tickets.form.customerTier")}>
          <Input
            size="small"
            placeholder={t("tickets.form.tierHelp")}
            value={form.customerTier}
            onChange={(event) => set({ customerTier: event.target.value })}
          />
        </Field>
        <Field label={t("tickets.form.amount")}>
          <InputNumber
            size="small"
            min={0}
            style={{ width: "100%" }}
            value={form.amount ?? null}
            onChange={(amount) => set({ amount, orderId: amount === null ? "" : "trial-order" })}
          />
        </Field>
      </div>
    </>
  );
}

function StoredTicket({ onRun }: TrialTicketProps) {
  const { t } = useTranslation();
  const { story } = useTrial();
  const [text, setText] = useState("");
  const searched = useDeferredValue(text);
  const found = useQuery({ ...ticketSearchQuery(searched), enabled: true });
  return (
    <Select
      aria-label={t("trial.pick")}
      placeholder={t("trial.pick")}
      loading={found.isFetching}
      value={story.source.kind === "stored" ? story.source.ticketId : null}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={t("trial.noTicket")}
      options={(found.data?.items ?? []).map(({ id, number, subject }) => ({
        value: id,
        label: `#${number} ${subject}`,
      }))}
      onChange={(ticketId: string) => onRun(withTicket(story, { source: { kind: "stored", ticketId } }))}
    />
  );
}
