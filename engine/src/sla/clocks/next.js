/** The earliest instant at which one of the clocks does something by itself, or `null`. */
export const nextSlaAt = (clocks) => clocks.reduce((first, { nextAt }) => (nextAt !== null && (first === null || nextAt < first) ? nextAt : first), null);
//# sourceMappingURL=next.js.map