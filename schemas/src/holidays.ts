/** Holiday data: what the State Council's yearly arrangement makes of each date that is not an ordinary one. */
import { type Static, Type } from "typebox";
import { Label, LocalDatePattern, strict } from "./primitives.ts";

/** One date of the arrangement; a make-up workday (补班日) bears the name of the holiday that it makes up for. */
export const Holiday = Type.Object({ kind: Type.Enum(["holiday", "make-up-workday"]), name: Label }, strict);
export type Holiday = Static<typeof Holiday>;

/** Dates (`YYYY-MM-DD`) that are not what their weekday says. */
export const HolidayDays = Type.Record(Type.String({ pattern: LocalDatePattern }), Holiday, strict);
export type HolidayDays = Readonly<Record<string, Holiday>>;
