/**
 * All open time of a calendar on one line: the *position* of an instant is the open time before it.
 * Years stand in a row with running sums, so every look-up is a few binary searches. A year is added when it is
 * first touched, and most take the hours of an earlier one (`year-shapes.ts`), so a far instant costs little.
 */
import { dayMs, type EpochDay } from "./day-hours.ts";
import { type Interval, indexBelow, lastAtMost, type YearShape } from "./year-shape.ts";

/** Calendars know these years; an instant outside is taken as the nearest moment inside. */
export const calendarYears = { first: 1900, last: 2299 } as const;
const firstMoment = Date.UTC(calendarYears.first, 0, 3);
const lastMoment = Date.UTC(calendarYears.last, 11, 29);

/** The due time of what a calendar will never have open time for: 9999-12-31T23:59:59.999Z. */
export const neverDue = 253_402_300_799_999;

const inRange = (at: number): number => (at > firstMoment ? Math.min(at, lastMoment) : firstMoment);
const yearOf = (at: number): number => new Date(at).getUTCFullYear();

/** One year in the row. */
interface Year {
  /** Midnight UTC of 1 January, to which the shape's times are relative. */
  readonly origin: number;
  readonly shape: YearShape;
  /** Open ms and open dates before the year; zero is the start of the first year that was touched. */
  readonly base: number;
  readonly dayBase: number;
}

export class Timeline {
  readonly #shapeOf: (year: number) => YearShape;
  readonly #years: Year[] = [];
  /** Beside the years: their first moments, and what has been open by their ends. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #dayEnds: number[] = [];
  #firstYear = 0;

  /** `shapeOf` gives the open time of any year in `calendarYears`; it is asked once for each. */
  constructor(shapeOf: (year: number) => YearShape) {
    this.#shapeOf = shapeOf;
  }

  /** Open ms before an instant, counted from an arbitrary zero. */
  position(instant: number): number {
    const at = inRange(instant);
    const year = this.#years[this.#indexOf(at)];
    if (!year) return 0;
    const { shape, base } = year;
    const inYear = at - year.origin;
    const interval = lastAtMost(shape.opens, inYear);
    if (interval < 0) return base;
    const until = Math.min(inYear, shape.closes[interval] ?? 0);
    return base + (shape.before[interval] ?? 0) + until - (shape.opens[interval] ?? 0);
  }

  /** The first instant with a position: at a close, not at the next opening. `neverDue` if there is none. */
  firstAt(position: number): number {
    while (!((this.#ends.at(-1) ?? 0) >= position)) if (!this.#append()) return neverDue;
    return this.#instant(indexBelow(this.#ends, position) + 1, position, indexBelow);
  }

  /** The last instant with a position: at an opening, not at the close before. `neverDue` if there is none. */
  lastAt(position: number): number {
    while (!((this.#ends.at(-1) ?? 0) > position)) if (!this.#append()) return neverDue;
    while ((this.#years[0]?.base ?? 0) > position) if (!this.#prepend()) return firstMoment;
    return this.#instant(lastAtMost(this.#ends, position) + 1, position, lastAtMost);
  }

  #instant(index: number, position: number, find: typeof lastAtMost): number {
    const year = this.#years[index];
    if (!year) return neverDue;
    const { origin, shape } = year;
    const inYear = position - year.base;
    const interval = Math.max(0, find(shape.before, inYear));
    return origin + (shape.opens[interval] ?? shape.end) + inYear - (shape.before[interval] ?? 0);
  }

  /** Whether the calendar is open at an instant. */
  isOpen(instant: number): boolean {
    const at = inRange(instant);
    const year = this.#years[this.#indexOf(at)];
    if (!year) return false;
    const interval = lastAtMost(year.shape.opens, at - year.origin);
    return interval >= 0 && at - year.origin < (year.shape.closes[interval] ?? 0);
  }

  /** The open intervals within `[from, to)`, adjoining ones merged. */
  *intervals(from: number, to: number): Generator<Interval> {
    const until = inRange(to);
    let held: [number, number] | undefined;
    for (const [open, close] of this.#pieces(inRange(from), until)) {
      if (held && held[1] === open) {
        held[1] = close;
        continue;
      }
      if (held) yield held;
      held = [open, close];
    }
    if (held) yield held;
  }

  *#pieces(from: number, until: number): Generator<Interval> {
    for (let cursor = from; cursor < until; ) {
      const year = this.#years[this.#indexOf(cursor)];
      if (!year) return;
      const { origin, shape } = year;
      for (let i = Math.max(0, lastAtMost(shape.opens, cursor - origin)); i < shape.opens.length; i += 1) {
        const open = Math.max(origin + (shape.opens[i] ?? 0), cursor);
        const close = Math.min(origin + (shape.closes[i] ?? 0), until);
        if (open >= until) return;
        if (open < close) yield [open, close];
      }
      cursor = origin + shape.end;
    }
  }

  /** The nth date with hours after a date (before it when n is negative); `undefined` outside the known years. */
  openDay(day: EpochDay, n: number): EpochDay | undefined {
    const year = yearOf(day * dayMs);
    if (year < calendarYears.first || year > calendarYears.last) return undefined;
    this.#reach(inRange(Date.UTC(year, 6, 1)));
    const from = this.#years[year - this.#firstYear];
    if (!from) return undefined;
    const inYear = day - from.origin / dayMs;
    const passed = from.dayBase + lastAtMost(from.shape.openDays, n > 0 ? inYear : inYear - 1) + 1;
    return this.#openDayAt(n > 0 ? passed + n - 1 : passed + n);
  }

  /** The open date with a number in the row of all open dates. */
  #openDayAt(number: number): EpochDay | undefined {
    while (!((this.#dayEnds.at(-1) ?? 0) > number)) if (!this.#append()) return undefined;
    while ((this.#years[0]?.dayBase ?? 0) > number) if (!this.#prepend()) return undefined;
    const year = this.#years[lastAtMost(this.#dayEnds, number) + 1];
    const inYear = year?.shape.openDays[number - year.dayBase];
    return year && inYear !== undefined ? year.origin / dayMs + inYear : undefined;
  }

  /** Where the year that holds an instant in range stands. */
  #indexOf(at: number): number {
    const last = this.#years.at(-1);
    if (!last || at < (this.#starts[0] ?? 0) || at >= last.origin + last.shape.end) this.#reach(at);
    return lastAtMost(this.#starts, at);
  }

  #reach(at: number): void {
    if (this.#years.length === 0) this.#start(yearOf(at));
    while (at < (this.#starts[0] ?? at)) if (!this.#prepend()) return;
    while (at >= this.#end(at)) if (!this.#append()) return;
  }

  /** The last moment of the last year. */
  #end(otherwise: number): number {
    const last = this.#years.at(-1);
    return last ? last.origin + last.shape.end : otherwise;
  }

  #start(year: number): void {
    this.#firstYear = year;
    this.#addLast(year, 0, 0);
  }

  #append(): boolean {
    const year = this.#firstYear + this.#years.length;
    if (year > calendarYears.last || this.#years.length === 0) return false;
    this.#addLast(year, this.#ends.at(-1) ?? 0, this.#dayEnds.at(-1) ?? 0);
    return true;
  }

  #addLast(year: number, base: number, dayBase: number): void {
    const shape = this.#shapeOf(year);
    const origin = Date.UTC(year, 0, 1);
    this.#years.push({ origin, shape, base, dayBase });
    this.#starts.push(origin + shape.start);
    this.#ends.push(base + shape.total);
    this.#dayEnds.push(dayBase + shape.openDays.length);
  }

  #prepend(): boolean {
    const next = this.#years[0];
    if (this.#firstYear <= calendarYears.first || !next) return false;
    this.#firstYear -= 1;
    const shape = this.#shapeOf(this.#firstYear);
    const origin = Date.UTC(this.#firstYear, 0, 1);
    const base = next.base - shape.total;
    const dayBase = next.dayBase - shape.openDays.length;
    this.#years.unshift({ origin, shape, base, dayBase });
    this.#starts.unshift(origin + shape.start);
    this.#ends.unshift(next.base);
    this.#dayEnds.unshift(next.dayBase);
    return true;
  }
}
