const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = [
    ...["January", "February", "March", "April", "May", "June"],
    ...["July", "August", "September", "October", "November", "December"],
];
const dayName = (at) => days[at.dayOfWeek - 1];
const monthName = (at) => months[at.month - 1];
const hour12 = (at) => at.hour % 12 || 12;
/** Week of the year, weeks beginning on Sunday (0) or Monday (1); days before the first such day are week 0. */
const weekOf = (at, first) => Math.floor((at.dayOfYear + 6 - ((at.dayOfWeek - first + 7) % 7)) / 7);
const ordinal = (n) => (n > 10 && n < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th"));
const number = (value, width = 2, pad = "0") => ({
    value,
    width,
    pad,
});
const numeric = {
    C: number((at) => Math.floor(at.year / 100)),
    d: number((at) => at.day),
    e: number((at) => at.day, 2, " "),
    H: number((at) => at.hour),
    I: number(hour12),
    j: number((at) => at.dayOfYear, 3),
    k: number((at) => at.hour, 2, " "),
    l: number(hour12, 2, " "),
    L: number((at) => at.millisecond, 3),
    m: number((at) => at.month),
    M: number((at) => at.minute),
    N: number((at) => at.millisecond * 1_000_000 + at.microsecond * 1_000 + at.nanosecond, 9),
    s: number((at) => Math.floor(at.epochMilliseconds / 1000), 1),
    S: number((at) => at.second),
    u: number((at) => at.dayOfWeek, 1),
    U: number((at) => weekOf(at, 0)),
    w: number((at) => at.dayOfWeek % 7, 1),
    W: number((at) => weekOf(at, 1)),
    y: number((at) => at.year % 100),
    Y: number((at) => at.year, 4),
};
const textual = {
    a: (at) => dayName(at).slice(0, 3),
    A: dayName,
    b: (at) => monthName(at).slice(0, 3),
    B: monthName,
    h: (at) => monthName(at).slice(0, 3),
    n: () => "\n",
    p: (at) => (at.hour < 12 ? "AM" : "PM"),
    P: (at) => (at.hour < 12 ? "am" : "pm"),
    q: (at) => ordinal(at.day),
    t: () => "\t",
    z: (at) => at.offset.replace(":", ""),
    ":z": (at) => at.offset,
    Z: (at) => at.timeZoneId,
    "%": () => "%",
};
const composed = {
    c: "%a %b %e %H:%M:%S %Y",
    D: "%m/%d/%y",
    F: "%Y-%m-%d",
    r: "%I:%M:%S %p",
    R: "%H:%M",
    T: "%H:%M:%S",
    v: "%e-%b-%Y",
    x: "%m/%d/%y",
    X: "%H:%M:%S",
};
function pad(text, flags, width, fill) {
    if (flags.includes("-"))
        return text;
    const filler = flags.includes("_") ? " " : flags.includes("0") ? "0" : fill;
    return text.padStart(width, filler);
}
function directive(at, flags, width, name) {
    const counted = numeric[name];
    if (counted)
        return pad(String(counted.value(at)), flags, width ?? counted.width, counted.pad);
    const pattern = composed[name];
    const text = pattern === undefined ? textual[name]?.(at) : strftime(at, pattern);
    return text === undefined
        ? undefined
        : pad(flags.includes("^") ? text.toUpperCase() : text, flags, width ?? 0, " ");
}
/** Formats; a directive that is not known stays as it is written. Width is at most 99. */
export function strftime(at, format) {
    return format.replace(/%([-_0^]*)(\d{1,2})?(:z|[A-Za-z%])/g, (whole, flags, width, name) => directive(at, flags, width === undefined ? undefined : Number(width), name) ?? whole);
}
//# sourceMappingURL=strftime.js.map