/** The zone in which the calendar is meant, and whether the statutory holidays apply. */
import { statutoryDataUntil } from "@sluice/engine";
import { useQuery } from "@tanstack/react-query";
import { Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { holidaysQuery } from "../../client/holidays.ts";
import type { DrawingProps } from "../../document/drawing.ts";
import { setInclude, setZone } from "../../editor/calendar/commands.ts";
import styles from "./calendars.module.css";

/** Every zone that the browser knows, and the one in force. */
function zonesWith(current: string) {
  const zones = new Set([current, "Asia/Shanghai", "UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...zones].map((zone) => ({ value: zone, label: zone }));
}

export function BasicsCard({ document, execute, readOnly }: DrawingProps<"calendar">) {
  const { t } = useTranslation();
  const { timezone, include } = document.spec;
  const house = useQuery(holidaysQuery).data;
  const statutory = include?.includes("cn-statutory") ?? false;
  return (
    <section className={styles.card}>
      <div className={styles.setting}>
        <label htmlFor="calendar-zone">{t("calendar.zone")}</label>
        <Select
          id="calendar-zone"
          size="small"
          className={styles.zone ?? ""}
          showSearch
          disabled={readOnly}
          value={timezone}
          options={zonesWith(timezone)}
          onChange={(zone) => execute(setZone(zone))}
        />
      </div>
      <div className={styles.setting}>
        <span>
          <span id="calendar-statutory">{t("calendar.statutory")}</span>
          <small>{t("calendar.statutoryHint", { year: house?.until ?? statutoryDataUntil })}</small>
          {statutory && house?.pending ? (
            <small>
              <Link to="/calendars">{t("calendar.data.waiting")}</Link>
            </small>
          ) : null}
        </span>
        <Switch
          aria-labelledby="calendar-statutory"
          disabled={readOnly}
          checked={statutory}
          onChange={(checked) => execute(setInclude(checked))}
        />
      </div>
    </section>
  );
}
