/** What moves a ticket besides routing it anew: the next step, a free agent, a person's decision, an absence. */
import type { RoutingPosition } from "../state/ticket-state.ts";
import { isDone } from "../ticket/apply-changes.ts";
import type { LoadState, QueueEntry } from "./load-state.ts";
import {
  manualRoute,
  type Place,
  type RoutingModel,
  returnedRoute,
  routeAt,
  transferTo,
  waitingStep,
} from "./model.ts";
import { assign, assignFromGroup, type Cause, decide, leave, type Pass, toPool, walk } from "./placement.ts";
import type { MoveResult, Placement, RefusalCode, RoutingRequest } from "./request.ts";
import type { CompiledRoute } from "./routes.ts";
import { cursorKey, measureIn, needOf, surveyGroup, toConsidered } from "./survey.ts";

/** The decision of a person is its own route. */
const byHand = (id: string): CompiledRoute => ({ id, name: "", campaign: null, when: null, steps: [] });

type Assigned = Extract<RoutingPosition, { type: "assigned" }>;

type WaitingPlace = Place & Pick<QueueEntry, "exclude">;

/** Whoever was excluded when the ticket began to wait is so until it is given to somebody. */
const still = (request: RoutingRequest, { exclude }: WaitingPlace): RoutingRequest => ({
  ...request,
  exclude: [...new Set([...exclude, ...(request.exclude ?? [])])],
});

/** The answer when a person's choice stands. */
function keep(pass: Pass, position: Assigned): Placement {
  const outcome = { type: "assigned", agent: position.agent, group: position.group } as const;
  const decision = decide(pass, { route: byHand(manualRoute), step: 0 }, outcome, []);
  return { outcome, position, decision, drain: null };
}

/** A refusal with what it is about. */
export const refused = (code: RefusalCode, detail?: string) =>
  ({ ok: false, refusal: { code, ...(detail === undefined ? {} : { detail }) } }) as const;

/** A policy's operations on one load state at one instant. */
export class Mover {
  readonly #model: RoutingModel;
  readonly #load: LoadState;
  readonly #now: number;

  constructor(model: RoutingModel, load: LoadState, now: number) {
    this.#model = model;
    this.#load = load;
    this.#now = now;
  }

  /** Routes from the first step. A manual assignment whose agent is on duty stays as it is. */
  place(request: RoutingRequest, route: CompiledRoute): Placement {
    const pass = this.#pass(request, "route");
    const kept = this.#manualOnDuty(request.current);
    if (kept) return keep(pass, kept);
    leave(this.#load, request);
    return walk(pass, route, 0);
  }

  /** Goes to the next step; `null` when the ticket does not wait, or is done. A route that is gone starts anew. */
  advance(request: RoutingRequest, anew: () => CompiledRoute): Placement | null {
    if (isDone(request.status)) return null;
    const place = this.#waitingAt(request);
    if (!place) return null;
    const route = routeAt(this.#model, place);
    leave(this.#load, request);
    const pass = this.#pass(still(request, place), "timeout");
    return route ? walk(pass, route, place.step + 1) : walk(pass, anew(), 0);
  }

  /** Assigns a waiting ticket whose step has somebody now; `null` leaves everything as it is. */
  serve(request: RoutingRequest): Placement | null {
    const place = this.#waitingAt(request);
    const route = place && routeAt(this.#model, place);
    const step = place && waitingStep(this.#model, place);
    if (!place || !route || !step) return null;
    const need = needOf(this.#model, still(request, place), step, this.#now);
    const cursor = cursorKey(this.#model, route.id, place.step, step.group);
    const { best, considered } = surveyGroup(this.#model, this.#load, step, need, cursor);
    if (!best) return null;
    leave(this.#load, request);
    const at = { route, step: place.step };
    return assignFromGroup(this.#pass(request, "drain"), at, step, best, considered);
  }

  /** A person's choice: neither presence nor capacity nor skills stand against it. */
  manual(request: RoutingRequest, agentId: string): MoveResult {
    const agent = this.#model.team.agent(agentId);
    if (!agent) return refused("routing.unknown-agent", agentId);
    leave(this.#load, request);
    const held = request.current?.type === "assigned" ? request.current.group : null;
    const group = held !== null && agent.groups.has(held) ? held : ([...agent.groups][0] ?? null);
    const need = needOf(this.#model, request, null, this.#now);
    const measured = measureIn(this.#model, this.#load.agent(agentId), agent, need, group ?? "");
    const to = { policy: this.#model.ref, agent: agentId, group, pool: null, claimExpiresAt: null };
    const at = { route: byHand(manualRoute), step: 0 };
    const considered = [toConsidered(measured, need, null)];
    const pass = this.#pass(request, "manual");
    return { ok: true, placement: assign(pass, at, { ...to, how: "manual" }, considered) };
  }

  /** Takes the ticket off its agent and routes it to somebody else. */
  unassign(request: RoutingRequest, route: CompiledRoute): Placement {
    const current = request.current;
    const holder = current?.type === "assigned" ? [current.agent] : [];
    leave(this.#load, request);
    const others = { ...request, exclude: [...(request.exclude ?? []), ...holder] };
    return walk(this.#pass(others, "manual"), route, 0);
  }

  /** Moves the ticket to a group: the least loaded who may take it, or it waits there without a limit. */
  transferGroup(request: RoutingRequest, group: string): MoveResult {
    if (!this.#model.team.hasGroup(group)) return refused("routing.unknown-group", group);
    leave(this.#load, request);
    return { ok: true, placement: walk(this.#pass(request, "manual"), transferTo(group), 0) };
  }

  /** When tickets of this agent go back, or `null`: not away, or the policy lets them be. */
  offlineDue(agent: string): number | null {
    const row = this.#load.agent(agent);
    const { onOffline } = this.#model;
    if (!onOffline || onOffline.do === "keep" || row?.presence !== "offline") return null;
    return row.presenceSince + onOffline.after;
  }

  /** Takes the ticket from somebody who is away past the limit; `null` when it stays. */
  offline(request: RoutingRequest, route: () => CompiledRoute): Placement | null {
    const { current } = request;
    if (current?.type !== "assigned" || !this.#model.countsAsLoad.includes(request.status)) return null;
    const due = this.offlineDue(current.agent);
    if (due === null || this.#now < due) return null;
    leave(this.#load, request);
    const pass = this.#pass(request, "offline");
    if (current.pool !== null) return this.returnTo(pass, current.pool);
    if (this.#model.onOffline?.do === "pool") return this.returnTo(pass, this.#model.fallbackPool);
    return walk(pass, route(), 0);
  }

  /** Back into a pool; one that is gone gives way to the fallback's. */
  returnTo(pass: Pass, pool: string, notFirst: string | null = null): Placement {
    const { pools, fallbackPool } = this.#model;
    const to = pools.has(pool) ? pool : fallbackPool;
    return toPool(pass, { route: byHand(returnedRoute), step: 0 }, to, [], notFirst);
  }

  #pass(request: RoutingRequest, cause: Cause): Pass {
    return { model: this.#model, load: this.#load, request, now: this.#now, cause };
  }

  /** The queue knows best where a ticket waits; its stored position only when the queue does not have it. */
  #waitingAt({ ticket, current }: RoutingRequest): WaitingPlace | null {
    const entry: QueueEntry | undefined = this.#load.entry(ticket);
    if (entry) return entry.type === "waiting" ? entry : null;
    return current?.type === "waiting" ? { ...current, group: null, exclude: [] } : null;
  }

  /** On duty = not offline: a break does not take tickets away. */
  #manualOnDuty(current: RoutingPosition | null | undefined): Assigned | null {
    if (current?.type !== "assigned" || current.how !== "manual") return null;
    return (this.#load.agent(current.agent)?.presence ?? "offline") === "offline" ? null : current;
  }
}
