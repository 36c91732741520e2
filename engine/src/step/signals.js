/** Signals: what happened inside a burst, for triggers and for tokens that wait for events. */
const none = [];
export const signalOf = (name, origin, changes = none) => ({
  name,
  changes,
  message: null,
  origin,
});
//# sourceMappingURL=signals.js.map
