/** `/calendars`: the working calendars. */
import type { SluiceDocument } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { bundleQuery } from "../../client/documents.ts";
import { type DocumentColumn, DocumentList } from "../../document/list/DocumentList.tsx";
import { usersOf } from "../../editor/calendar/users.ts";
import { weekSummary } from "../../editor/calendar/week-summary.ts";
import styles from "./calendars.module.css";
import { HolidayData } from "./holiday-data/HolidayData.tsx";

const office: [string, string][] = [["09:00", "18:00"]];

/** What a new calendar begins with: office hours on working days, statutory holidays off. */
const newCalendar = (key: string, name: string): SluiceDocument<"calendar"> => ({
  kind: "calendar",
  key,
  name,
  formatVersion: 1,
  spec: {
    timezone: "Asia/Shanghai",
    hours: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [], sun: [] },
    include: ["cn-statutory"],
  },
});

/** What a calendar is like at a glance. */
function useColumns(): readonly DocumentColumn[] {
  const { t } = useTranslation();
  const documents = useQuery(bundleQuery("current")).data ?? [];
  const calendars = new Map(
    documents.flatMap((each) => (each.kind === "calendar" ? [[each.key, each.spec] as const] : [])),
  );
  return [
    {
      key: "hours",
      title: t("calendar.column.hours"),
      render: ({ key }) => {
        const spec = calendars.get(key);
        return spec ? weekSummary(spec, t) : "";
      },
    },
    {
      key: "users",
      title: t("calendar.column.users"),
      render: ({ key }) =>
        usersOf(documents, key)
          .map(({ key: user, name }) => name || user)
          .join(t("calendar.join")),
    },
  ];
}

export function CalendarsPage() {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <div className={styles.listPage}>
      <DocumentList
        kind="calendar"
        title={t("sla.calendars")}
        emptyText={t("calendar.lead")}
        basePath="/calendars"
        newDocument={newCalendar}
        columns={columns}
      />
      <p className={styles.always}>
        {t("calendar.builtInText")} <Link to="/calendars/24x7">{t("calendar.see")}</Link>
      </p>
      <HolidayData />
    </div>
  );
}
