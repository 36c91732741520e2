/**
 * `strftime` over a zoned date: the directives of Liquid's `date` filter, English names, independent of the
 * machine's zone and locale. Flags: `-` no padding, `_` spaces, `0` zeros, `^` upper case; then a width.
 */
import type { Temporal } from "temporal-polyfill";
type Zoned = Temporal.ZonedDateTime;
/** Formats; a directive that is not known stays as it is written. Width is at most 99. */
export declare function strftime(at: Zoned, format: string): string;
export {};
