/** `/calendars`: the working calendars. */
import type { SluiceDocument } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { DocumentList } from "../../document/list/DocumentList.tsx";

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

export function CalendarsPage() {
  const { t } = useTranslation();
  return (
    <DocumentList
      kind="calendar"
      title={t("sla.calendars")}
      emptyText={t("calendar.lead")}
      basePath="/calendars"
      newDocument={newCalendar}
    />
  );
}
