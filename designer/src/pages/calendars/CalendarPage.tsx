/** `/calendars/:key`: one working calendar. */
import { useParams } from "react-router";
import { DocumentPage } from "../../document/DocumentPage.tsx";
import { CalendarDrawing } from "./CalendarDrawing.tsx";

export function CalendarPage() {
  const { key = "" } = useParams();
  return <DocumentPage kind="calendar" documentKey={key} drawing={CalendarDrawing} basePath="/calendars" />;
}
