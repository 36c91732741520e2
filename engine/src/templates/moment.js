/** The instant and the zone in which a template is rendered: a template never reads a clock or the local zone. */
/** The workspace's default zone, used where a caller gives an instant alone. */
const defaultTimezone = "Asia/Shanghai";
export const toMoment = (at) => typeof at === "number"
    ? { now: at, timezone: defaultTimezone }
    : { now: at.now, timezone: at.timezone ?? defaultTimezone };
//# sourceMappingURL=moment.js.map