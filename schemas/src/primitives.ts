/**
 * The small vocabulary that every document and every answer is written in.
 * Source of the formats: ISO 8601 for durations, dates and instants.
 */
import { type Static, Type } from "typebox";

/** Identity of a document, group, pool or node: lower case, digits and hyphens, at most 63 characters. */
export const Key = Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,62}$", "x-widget": "key" });
export type Key = Static<typeof Key>;

/** ISO 8601 duration, for instance `PT30M`, `P2D` or `P1DT12H`; years and months are refused (no fixed length). */
export const Duration = Type.String({
  pattern:
    "^P(?=[0-9T])(?:[0-9]+W)?(?:[0-9]+D)?(?:T(?=[0-9])(?:[0-9]+(?:\\.[0-9]+)?H)?(?:[0-9]+(?:\\.[0-9]+)?M)?(?:[0-9]+(?:\\.[0-9]{1,3})?S)?)?$",
  "x-widget": "duration",
});
export type Duration = Static<typeof Duration>;

/** ISO 8601 instant with an offset (`Z` or `+08:00`). */
export const Instant = Type.String({
  pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,3})?)?(?:Z|[+-]\\d{2}:\\d{2})$",
  "x-widget": "instant",
});
export type Instant = Static<typeof Instant>;

/** Local calendar date `YYYY-MM-DD`. */
export const LocalDatePattern = "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$";
/** Month and day `MM-DD`, each year. */
export const MonthDayPattern = "^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$";
/** Local wall time `HH:mm` up to `24:00`. */
export const LocalTime = Type.String({ pattern: "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$" });

/** Urgency, most urgent first. */
export const priorities = ["P0", "P1", "P2", "P3"] as const;
export const Priority = Type.Enum(priorities);
export type Priority = (typeof priorities)[number];

/** The fixed life of a ticket; see `documents.md`. */
export const ticketStatuses = ["new", "open", "pending_customer", "on_hold", "resolved", "closed"] as const;
export const TicketStatus = Type.Enum(ticketStatuses);
export type TicketStatus = (typeof ticketStatuses)[number];

/** Who wrote a message; only an agent's public message is a human reply. */
export const authors = ["customer", "agent", "bot", "system"] as const;
export const Author = Type.Enum(authors);
export type Author = (typeof authors)[number];

/** The clocks that a policy can run. */
export const slaMetrics = [
  "firstResponse",
  "nextResponse",
  "periodicUpdate",
  "assignment",
  "resolution",
  "platformDue",
] as const;
export const SlaMetric = Type.Enum(slaMetrics);
export type SlaMetric = (typeof slaMetrics)[number];

/** A text in both languages of the product. */
export const Label = Type.Object({ zh: Type.String(), en: Type.String() }, { additionalProperties: false });
export type Label = Static<typeof Label>;

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export const Json = Type.Unsafe<Json>({});

/** A strict object: unknown properties are errors, as the contract asks. */
export const strict = { additionalProperties: false } as const;
