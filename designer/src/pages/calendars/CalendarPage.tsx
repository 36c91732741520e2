/** `/calendars/:key`: one working calendar; the built-in one is shown, but not edited. */
import { calendar24x7, calendar24x7Key } from "@sluice/engine";
import type { SluiceDocument } from "@sluice/schemas";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useCrumb } from "../../app/shell/crumb.ts";
import { DocumentPage } from "../../document/DocumentPage.tsx";
import { createEditSession } from "../../editor/edit-session.ts";
import { CalendarDrawing } from "./CalendarDrawing.tsx";
import styles from "./calendars.module.css";

export function CalendarPage() {
  const { key = "" } = useParams();
  if (key === calendar24x7Key) return <BuiltIn />;
  return <DocumentPage kind="calendar" documentKey={key} drawing={CalendarDrawing} basePath="/calendars" />;
}

function BuiltIn() {
  const { t } = useTranslation();
  const name = t("fields.picker.always");
  useCrumb(name);
  const session = useMemo(() => {
    const document: SluiceDocument<"calendar"> = {
      kind: "calendar",
      key: calendar24x7Key,
      name,
      formatVersion: 1,
      spec: calendar24x7,
    };
    return createEditSession(document);
  }, [name]);
  return (
    <article className={styles.builtIn} aria-label={name}>
      <header>
        <h1>{name}</h1>
        <span>{t("calendar.builtInText")}</span>
      </header>
      <CalendarDrawing
        document={session.getState().document}
        session={session}
        execute={() => false}
        findings={[]}
        asked={null}
        ask={() => undefined}
        readOnly
      />
    </article>
  );
}
