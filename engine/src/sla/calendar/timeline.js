import { buildYear, indexBelow, lastAtMost } from "./year-block.js";
/** Calendars know these years; an instant outside is taken as the nearest moment inside. */
export const calendarYears = { first: 1900, last: 2299 };
const firstMoment = Date.UTC(calendarYears.first, 0, 3);
const lastMoment = Date.UTC(calendarYears.last, 11, 29);
/** The due time of what a calendar will never have open time for: 9999-12-31T23:59:59.999Z. */
export const neverDue = 253_402_300_799_999;
const inRange = (at) => (at > firstMoment ? Math.min(at, lastMoment) : firstMoment);
const yearOf = (at) => new Date(at).getUTCFullYear();
export class Timeline {
    #hoursOf;
    #zone;
    /** Years in a row; the arrays below run beside it. */
    #blocks = [];
    #starts = [];
    /** Position at the start and at the end of each year; zero is the start of the first year touched. */
    #bases = [];
    #ends = [];
    #firstYear = 0;
    constructor(hoursOf, zone) {
        this.#hoursOf = hoursOf;
        this.#zone = zone;
    }
    /** Open ms before an instant, counted from an arbitrary zero. */
    position(instant) {
        const at = inRange(instant);
        const index = this.#indexOf(at);
        const block = this.#blocks[index];
        const base = this.#bases[index] ?? 0;
        const interval = block ? lastAtMost(block.opens, at) : -1;
        if (!block || interval < 0)
            return base;
        const close = block.closes[interval] ?? 0;
        return base + (block.before[interval] ?? 0) + Math.min(at, close) - (block.opens[interval] ?? 0);
    }
    /** The first instant with a position: at a close, not at the next opening. `neverDue` if there is none. */
    firstAt(position) {
        while (!((this.#ends.at(-1) ?? 0) >= position))
            if (!this.#append())
                return neverDue;
        const index = indexBelow(this.#ends, position) + 1;
        const inYear = position - (this.#bases[index] ?? 0);
        return this.#instant(index, inYear, (before) => indexBelow(before, inYear));
    }
    /** The last instant with a position: at an opening, not at the close before. `neverDue` if there is none. */
    lastAt(position) {
        while (!((this.#ends.at(-1) ?? 0) > position))
            if (!this.#append())
                return neverDue;
        while ((this.#bases[0] ?? 0) > position)
            if (!this.#prepend())
                return firstMoment;
        const index = lastAtMost(this.#ends, position) + 1;
        const inYear = position - (this.#bases[index] ?? 0);
        return this.#instant(index, inYear, (before) => lastAtMost(before, inYear));
    }
    #instant(index, inYear, find) {
        const block = this.#blocks[index];
        if (!block)
            return neverDue;
        const interval = Math.max(0, find(block.before));
        return (block.opens[interval] ?? block.end) + inYear - (block.before[interval] ?? 0);
    }
    /** Whether the calendar is open at an instant. */
    isOpen(instant) {
        const at = inRange(instant);
        const block = this.#blocks[this.#indexOf(at)];
        const interval = block ? lastAtMost(block.opens, at) : -1;
        return block !== undefined && interval >= 0 && at < (block.closes[interval] ?? 0);
    }
    /** The open intervals within `[from, to)`, adjoining ones merged. */
    *intervals(from, to) {
        const until = inRange(to);
        let held;
        for (const [open, close] of this.#pieces(inRange(from), until)) {
            if (held && held[1] === open) {
                held[1] = close;
                continue;
            }
            if (held)
                yield held;
            held = [open, close];
        }
        if (held)
            yield held;
    }
    *#pieces(from, until) {
        for (let cursor = from; cursor < until;) {
            const block = this.#blocks[this.#indexOf(cursor)];
            if (!block)
                return;
            for (let i = Math.max(0, lastAtMost(block.opens, cursor)); i < block.opens.length; i += 1) {
                const open = Math.max(block.opens[i] ?? 0, cursor);
                const close = Math.min(block.closes[i] ?? 0, until);
                if (open >= until)
                    return;
                if (open < close)
                    yield [open, close];
            }
            cursor = block.end;
        }
    }
    /** The nth date with hours after a date (before it when n is negative); `undefined` outside the known years. */
    openDay(day, n) {
        const forward = n > 0;
        let left = Math.abs(n);
        for (let year = yearOf(day * 86_400_000);; year += forward ? 1 : -1) {
            const days = this.#year(year)?.openDays;
            if (!days)
                return undefined;
            const upTo = lastAtMost(days, forward ? day : day - 1) + 1;
            const found = days[forward ? upTo + left - 1 : upTo - left];
            if (found !== undefined)
                return found;
            left -= forward ? days.length - upTo : upTo;
        }
    }
    /** The built year that holds an instant in range. */
    #indexOf(at) {
        const first = this.#starts[0];
        const last = this.#blocks.at(-1);
        if (first === undefined || !last || at < first || at >= last.end)
            this.#reach(at);
        return lastAtMost(this.#starts, at);
    }
    #reach(at) {
        if (this.#blocks.length === 0)
            this.#start(yearOf(at));
        while (at < (this.#starts[0] ?? at))
            if (!this.#prepend())
                return;
        while (at >= (this.#blocks.at(-1)?.end ?? at))
            if (!this.#append())
                return;
    }
    #start(year) {
        const block = buildYear(year, this.#hoursOf, this.#zone);
        this.#firstYear = year;
        this.#blocks.push(block);
        this.#starts.push(block.start);
        this.#bases.push(0);
        this.#ends.push(block.total);
    }
    #append() {
        const year = this.#firstYear + this.#blocks.length;
        if (year > calendarYears.last || this.#blocks.length === 0)
            return false;
        const block = buildYear(year, this.#hoursOf, this.#zone);
        const base = this.#ends.at(-1) ?? 0;
        this.#blocks.push(block);
        this.#starts.push(block.start);
        this.#bases.push(base);
        this.#ends.push(base + block.total);
        return true;
    }
    #prepend() {
        if (this.#firstYear <= calendarYears.first || this.#blocks.length === 0)
            return false;
        this.#firstYear -= 1;
        const block = buildYear(this.#firstYear, this.#hoursOf, this.#zone);
        const end = this.#bases[0] ?? 0;
        this.#blocks.unshift(block);
        this.#starts.unshift(block.start);
        this.#bases.unshift(end - block.total);
        this.#ends.unshift(end);
        return true;
    }
    /** A year by number, built on the way there. */
    #year(year) {
        if (year < calendarYears.first || year > calendarYears.last)
            return undefined;
        this.#reach(Math.min(Math.max(Date.UTC(year, 6, 1), firstMoment), lastMoment));
        return this.#blocks[year - this.#firstYear];
    }
}
//# sourceMappingURL=timeline.js.map