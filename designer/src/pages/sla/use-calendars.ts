/** The live calendars of the house. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { bundleQuery } from "../../client/documents.ts";
import { type Calendars, toCalendars } from "./calendars.ts";

/** Only `24x7` until they have come in. */
export function useCalendars(): Calendars {
  const { t } = useTranslation();
  const documents = useQuery(bundleQuery("live")).data;
  const always = t("fields.picker.always");
  return useMemo(() => toCalendars(documents ?? [], always), [documents, always]);
}
