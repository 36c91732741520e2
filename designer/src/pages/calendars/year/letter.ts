/** The letter that marks a day, so that its colour need not be seen. */
import type { TFunction } from "i18next";
import type { DayKind } from "../../../editor/calendar/year.ts";

/** Days by the week alone have none. */
export const letterOf = (kind: DayKind, t: TFunction): string =>
  kind === "open" || kind === "closed" ? "" : t(`calendar.letter.${kind}`);
