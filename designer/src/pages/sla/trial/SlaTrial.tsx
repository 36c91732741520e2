/** Trying the policy as it is drawn: which tier gives a ticket which target, and why. */
import type { Json, Priority } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { Radio } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { bundleQuery } from "../../../client/documents.ts";
import { ticketQuery } from "../../../client/tickets.ts";
import { priorityList } from "../../../client/vocabulary.ts";
import { factOf } from "../../../conditions/vocabulary.ts";
import { LoadedVocabulary, useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import type { DrawingProps } from "../../../document/drawing.ts";
import { inLanguage } from "../../../explain/names.ts";
import { InstantField } from "../../../fields/InstantField.tsx";
import { useNowEvery } from "../../../ui/use-now.ts";
import { useCalendars } from "../use-calendars.ts";
import { FactInput } from "./FactInput.tsx";
import { factsOfTicket } from "./facts-of-ticket.ts";
import { TargetTable } from "./TargetTable.tsx";
import { TicketChoice } from "./TicketChoice.tsx";
import { TierOutcomes } from "./TierOutcomes.tsx";
import { factsRead, segmentsOf, type TrialFacts, tryTicket } from "./tier-trial.ts";
import styles from "./trial.module.css";

export function SlaTrial(props: DrawingProps<"sla">) {
  return (
    <LoadedVocabulary>
      <Trial {...props} />
    </LoadedVocabulary>
  );
}

const minute = 60_000;

/** What is tried: the values of a ticket with those typed over them. */
function useTried(read: readonly string[]) {
  const now = useNowEvery(minute);
  const [ticketId, setTicketId] = useState<string>();
  const [typed, setTyped] = useState<TrialFacts>({});
  const [priority, setPriority] = useState<Priority>();
  const [created, setCreated] = useState<number>();
  const ticket = useQuery({ ...ticketQuery(ticketId ?? ""), enabled: ticketId !== undefined }).data?.value;
  const facts: TrialFacts = useMemo(
    () => ({ ...(ticket ? factsOfTicket(ticket, read) : {}), ...typed }),
    [ticket, read, typed],
  );
  return {
    ticketId,
    facts,
    priority: priority ?? ticket?.priority ?? "P2",
    at: created ?? (ticket ? Date.parse(ticket.createdAt) : now),
    choose(id: string | undefined) {
      setTicketId(id);
      setTyped({});
      setPriority(undefined);
      setCreated(undefined);
    },
    setPriority,
    setCreated,
    setFact: (id: string, value: Json | undefined) =>
      setTyped((before) => {
        const { [id]: _, ...rest } = before;
        return value === undefined ? rest : { ...rest, [id]: value };
      }),
  };
}

function Trial({ document }: DrawingProps<"sla">) {
  const { t, i18n } = useTranslation();
  const { spec } = document;
  const vocabulary = useVocabulary();
  const calendars = useCalendars();
  const bundle = useQuery(bundleQuery("current")).data;
  const segments = useMemo(() => segmentsOf(bundle ?? []), [bundle]);
  const read = useMemo(
    () => factsRead(spec, segments).filter((id) => id !== "ticket.priority"),
    [spec, segments],
  );
  const tried = useTried(read);
  const { facts, priority, at } = tried;
  const isFetched = (id: string) => factOf(vocabulary, id)?.fetched ?? false;
  const result = tryTicket(spec, facts, { priority, at, segments, calendars, isFetched });
  return (
    <div className={styles.trial}>
      <div className={styles.inputs}>
        <TicketChoice value={tried.ticketId} onChange={tried.choose} />
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={t("sla.trial.priority")}
          value={priority}
          onChange={({ target }) => tried.setPriority(target.value)}
          options={priorityList.map((value) => ({ value, label: value }))}
        />
        <Field label={t("sla.trial.createdAt")}>
          <InstantField
            size="small"
            aria-label={t("sla.trial.createdAt")}
            value={new Date(at).toISOString()}
            onChange={(iso) => iso !== undefined && tried.setCreated(Date.parse(iso))}
          />
        </Field>
        {read.map((id) => {
          const fact = factOf(vocabulary, id);
          return fact === undefined ? null : (
            <Field key={id} label={inLanguage(fact.label, i18n.language)}>
              <FactInput fact={fact} value={facts[id]} onChange={(value) => tried.setFact(id, value)} />
            </Field>
          );
        })}
      </div>
      <TierOutcomes spec={spec} tiers={result.tiers} targets={result.targets} />
      <TargetTable spec={spec} targets={result.targets} calendars={calendars} at={at} />
    </div>
  );
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={styles.field}>
      <span title={label}>{label}</span>
      {children}
    </div>
  );
}
