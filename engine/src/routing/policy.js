import { waitingStep } from "./model.js";
import { Mover } from "./moves.js";
import { leave } from "./placement.js";
import { claim, expireClaim, release } from "./pool.js";
import { factsNeeded, firstRoute, traceRoutes } from "./route-choice.js";
import { compileOnOffline, compilePools, compileRoute, defaultCountsAsLoad } from "./routes.js";
import { builtInStrategies } from "./strategy-list.js";
import { compileTeam } from "./team.js";
import { explainStep, groupView, poolView } from "./views.js";
import { canTake, chooseFor } from "./waiting.js";

function compileModel(document, options) {
  const { spec, key } = document;
  const overlays = (options.overlays ?? []).filter(({ overlay }) => overlay.policy === key);
  const strategies = new Map(
    [...builtInStrategies, ...(options.strategies ?? [])].map((s) => [s.definition.id, s]),
  );
  const stepOptions = { strategies, conditions: options };
  const prepended = overlays.flatMap(({ campaign, overlay }) =>
    (overlay.prepend ?? []).map((route) => compileRoute(route, campaign, stepOptions)),
  );
  const routes = [...prepended, ...spec.routes.map((route) => compileRoute(route, null, stepOptions))];
  return {
    ref: options.ref ?? { kind: "routing", key, revision: 0 },
    countsAsLoad: spec.countsAsLoad ?? defaultCountsAsLoad,
    onOffline: compileOnOffline(spec),
    routes,
    fallback: compileRoute({ id: "fallback", steps: [spec.fallback] }, null, stepOptions),
    fallbackPool: spec.fallback.pool,
    pools: compilePools(spec, routes),
    team: compileTeam({
      agents: options.agents,
      groups: options.groups,
      shifts: options.shifts ?? [],
      timezone: options.timezone ?? "Asia/Shanghai",
      overlays: overlays.map(({ overlay }) => overlay),
    }),
  };
}
function movers(model) {
  const route = (request, now) => firstRoute(model, request.facts, now);
  const mover = (load, now) => new Mover(model, load, now);
  return {
    place: (load, request, now) => mover(load, now).place(request, route(request, now)),
    advance: (load, request, now) => mover(load, now).advance(request, () => route(request, now)),
    serve: (load, request, now) => mover(load, now).serve(request),
    manual: (load, request, agent, now) => mover(load, now).manual(request, agent),
    unassign: (load, request, now) => mover(load, now).unassign(request, route(request, now)),
    transferGroup: (load, request, group, now) => mover(load, now).transferGroup(request, group),
    offlineDue: (load, agent) => mover(load, 0).offlineDue(agent),
    offline: (load, request, now) => mover(load, now).offline(request, () => route(request, now)),
  };
}
function views(model) {
  const routeById = (id) => model.routes.find((route) => route.id === id) ?? model.fallback;
  return {
    explain: (load, request, { route, step }, now) =>
      explainStep(model, load, request, { route: routeById(route), step }, now),
    queueView: (load, pool, agent) =>
      poolView(model, load, pool, agent === undefined ? undefined : model.team.agent(agent)),
    groupView: (load, group, now) => groupView(model, load, group, now),
  };
}
/** Prepares a policy; throws `condition.invalid` or `document.invalid` for one that cannot run. */
export function compileRouting(document, options) {
  const model = compileModel(document, options);
  return {
    ref: model.ref,
    needs: (facts, now) => factsNeeded(model, facts, now),
    routeFor: (facts, now) => firstRoute(model, facts, now).id,
    explainRoute: (facts, now) => traceRoutes(model, facts, now),
    ...movers(model),
    leave,
    claim: (load, wish, now) => claim(model, load, wish, now),
    release: (load, request, now) => release(model, load, request, now),
    expireClaim: (load, request, now) => expireClaim(model, load, request, now),
    chooseFor: (load, entry, now) => chooseFor(model, load, entry, now),
    canTake: (load, entry, agent, now) => {
      const member = model.team.agent(agent);
      return member !== undefined && canTake(model, load, entry, member, now);
    },
    knows: (entry) => waitingStep(model, entry) !== undefined,
    groupsOf: (agent) => [...(model.team.agent(agent)?.groups ?? [])],
    nextShiftStart: (now) => model.team.shifts.nextStart(now),
    ...views(model),
  };
}
//# sourceMappingURL=policy.js.map
