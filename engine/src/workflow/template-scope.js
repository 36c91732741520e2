const createLevel = () => Object.create(null);
/** Nests flat facts by their dots; a fact without a value is left out. Never writes into a fact's own value. */
export function toTemplateScope(facts, extra) {
  const scope = createLevel();
  const levels = new WeakSet([scope]);
  for (const [id, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    place(scope, id.split("."), value, levels);
  }
  return Object.assign(scope, extra);
}
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** The level below a step: the one already made, or a new one that takes over what an object fact holds. */
function levelBelow(at, step, levels) {
  const next = at[step];
  if (isObject(next) && levels.has(next)) return next;
  const level = Object.assign(createLevel(), isObject(next) ? next : {});
  levels.add(level);
  at[step] = level;
  return level;
}
function place(scope, steps, value, levels) {
  const last = steps.at(-1);
  if (last === undefined) return;
  let at = scope;
  for (const step of steps.slice(0, -1)) at = levelBelow(at, step, levels);
  at[last] = value;
}
//# sourceMappingURL=template-scope.js.map
