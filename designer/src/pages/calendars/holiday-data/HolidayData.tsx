/** The statutory holiday data that calendars are read by, and new data that waits for somebody to confirm it. */
import { UploadOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { type ChangeEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Holidays, holidaysQuery, offerHolidays } from "../../../client/holidays.ts";
import { queryKeys } from "../../../client/query-keys.ts";
import { mayAdminister, meQuery } from "../../../client/session.ts";
import { errorText } from "../../../ui/error-text.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import { daysInFile } from "./days-in-file.ts";
import styles from "./holiday-data.module.css";
import { PendingData } from "./PendingData.tsx";

export function HolidayData() {
  const { t } = useTranslation();
  const { data, dataUpdatedAt } = useQuery(holidaysQuery);
  const isAdmin = mayAdminister(useQuery(meQuery).data);
  if (data === undefined) return null;
  return (
    <section className={styles.data} aria-labelledby="holiday-data">
      <header className={styles.head}>
        <h2 id="holiday-data">{t("calendar.data.title")}</h2>
        <InUse data={data} />
        <span className={styles.spring} />
        {isAdmin ? <UploadFile /> : null}
      </header>
      {data.pending ? (
        <PendingData key={data.pending.etag} pending={data.pending} readAt={dataUpdatedAt} />
      ) : null}
    </section>
  );
}

function InUse({ data }: { data: Holidays }) {
  const { t } = useTranslation();
  const instant = useInstantText();
  const { version, source, until, confirmedAt } = data;
  const from = t(`calendar.data.source.${source.type}`, { name: source.name });
  return (
    <span className={styles.inUse}>
      {t("calendar.data.inUse", { version, from, until })}
      {confirmedAt === null ? null : ` · ${t("calendar.data.confirmed", { at: instant(confirmedAt) })}`}
    </span>
  );
}

function UploadFile() {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const offer = useMutation({
    mutationFn: async (file: File) => {
      const days = daysInFile(await file.text());
      return days === undefined ? undefined : offerHolidays(file.name, days);
    },
    onSuccess: (answer) => {
      if (answer === undefined) void message.error(t("calendar.data.notDays"));
      else if (answer.pending === null) void message.info(t("calendar.data.nothingNew"));
      return client.invalidateQueries({ queryKey: queryKeys.holidays });
    },
    onError: (error) => void message.error(errorText(error, t, i18n.language)),
  });
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) offer.mutate(file);
    target.value = "";
  };
  return (
    <>
      <input ref={input} type="file" accept=".json,application/json" hidden onChange={onChange} />
      <Button
        size="small"
        icon={<UploadOutlined />}
        loading={offer.isPending}
        title={t("calendar.data.uploadHint")}
        onClick={() => input.current?.click()}
      >
        {t("calendar.data.upload")}
      </Button>
    </>
  );
}
