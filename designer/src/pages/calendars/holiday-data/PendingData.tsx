/** What waits to be confirmed: the days that differ, the calendars and open clocks that would move, and the decision. */
import type { Holiday } from "@sluice/schemas";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApplyTo } from "../../../client/documents.ts";
import {
  confirmHolidays,
  type Holidays,
  type PendingHolidays,
  pendingHolidaysQuery,
  refuseHolidays,
} from "../../../client/holidays.ts";
import { mayAdminister, meQuery } from "../../../client/session.ts";
import { MovedClocks } from "../../../explain/MovedClocks.tsx";
import { inLanguage } from "../../../explain/names.ts";
import { errorText } from "../../../ui/error-text.ts";
import { SkeletonRows } from "../../../ui/SkeletonRows.tsx";
import { dayText } from "../date-text.ts";
import styles from "./holiday-data.module.css";

export interface PendingDataProps {
  readonly pending: NonNullable<Holidays["pending"]>;
  /** When it was read that this waits. */
  readonly readAt: number;
}

export function PendingData({ pending, readAt }: PendingDataProps) {
  const { t } = useTranslation();
  const { data, isError } = useQuery(pendingHolidaysQuery(pending.etag, readAt));
  const from = t(`calendar.data.source.${pending.source.type}`, { name: pending.source.name });
  return (
    <section className={styles.pending} aria-labelledby="holiday-pending">
      <h3 id="holiday-pending">{t("calendar.data.pending", { from, count: pending.days })}</h3>
      <p className={styles.quiet}>{t("calendar.data.pendingHint")}</p>
      {isError ? <p className={styles.quiet}>{t("calendar.data.failed")}</p> : null}
      {data === undefined && !isError ? <SkeletonRows rows={4} /> : null}
      {data ? <Changes change={data.value} /> : null}
      {data ? <Decision etag={data.etag ?? pending.etag} /> : null}
    </section>
  );
}

/** Days that are named; a new year has more than a hundred. */
const shownAtFirst = 12;

function Changes({ change }: { change: PendingHolidays }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const kind = (day: Holiday | null) =>
    day === null
      ? t("calendar.data.ordinary")
      : `${t(day.kind === "holiday" ? "calendar.kind.holiday" : "calendar.kind.makeUp")} ${inLanguage(day.name, i18n.language)}`;
  const shown = all ? change.days : change.days.slice(0, shownAtFirst);
  return (
    <>
      <ul className={styles.changes} aria-label={t("calendar.data.days")}>
        {shown.map(({ date, from, to }) => (
          <li key={date} className={styles.change}>
            <strong>{dayText(date, i18n.language)}</strong>
            <span className={styles.changed}>
              {t("calendar.data.change", { from: kind(from), to: kind(to) })}
            </span>
          </li>
        ))}
      </ul>
      {change.days.length > shownAtFirst ? (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? "calendar.data.fewer" : "calendar.data.all", { count: change.days.length })}
        </button>
      ) : null}
      <p>
        {change.calendars.length === 0
          ? t("calendar.data.noCalendars")
          : t("calendar.data.calendars", {
              names: change.calendars.map(({ key, name }) => name || key).join(t("calendar.join")),
            })}{" "}
        {change.calendars.length === 0
          ? null
          : t("calendar.data.clocks", { open: change.openClocks, moved: change.movedClocks })}
      </p>
      {change.clocks.length > 0 ? <MovedClocks clocks={change.clocks} className={styles.clocks} /> : null}
      {change.complete ? null : (
        <p className={styles.quiet}>{t("calendar.data.partial", { count: change.examined })}</p>
      )}
    </>
  );
}

function Decision({ etag }: { etag: string }) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const isAdmin = mayAdminister(useQuery(meQuery).data);
  const [apply, setApply] = useState<ApplyTo>("new");
  const decide = useMutation({
    mutationFn: (confirm: boolean) => (confirm ? confirmHolidays(apply, etag) : refuseHolidays(etag)),
    onSuccess: (_, confirm) => {
      void message.success(t(confirm ? "calendar.data.done" : "calendar.data.refused"));
    },
    onError: (error) => void message.error(errorText(error, t, i18n.language)),
    // A confirmation publishes calendars; after a conflict, too, something else is there to be seen.
    onSettled: () => client.invalidateQueries({ queryKey: ["documents"] }),
  });
  if (!isAdmin) return <p className={styles.quiet}>{t("calendar.data.adminOnly")}</p>;
  return (
    <div className={styles.decision}>
      <Radio.Group
        aria-label={t("calendar.data.apply")}
        value={apply}
        onChange={({ target }) => setApply(target.value as ApplyTo)}
        options={[
          { value: "new", label: t("document.publish.applyNew") },
          { value: "open", label: t("document.publish.applyOpen") },
        ]}
      />
      <span className={styles.spring} />
      <Button disabled={decide.isPending} onClick={() => decide.mutate(false)}>
        {t("calendar.data.refuse")}
      </Button>
      <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate(true)}>
        {t("calendar.data.confirm")}
      </Button>
    </div>
  );
}
