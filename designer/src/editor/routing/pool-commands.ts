/** Commands on the claim pools of a policy. */
import type { Pool } from "@sluice/schemas";
import type { Draft } from "immer";
import type { Command, Refusal } from "../command.ts";
import { poolUses } from "./pool-uses.ts";
import type { RoutingDocument } from "./routes.ts";
import { spanMs } from "./span.ts";
import { refuseSpan } from "./steps.ts";

type RoutingCommand = Command<"routing">;

const keyShape = /^[a-z0-9][a-z0-9-]{0,62}$/;

export const poolPath = (key: string): string => `/spec/pools/${key}`;

const refuseMissing = ({ spec }: RoutingDocument, key: string): Refusal | undefined =>
  Object.hasOwn(spec.pools, key)
    ? undefined
    : { reason: { key: "routing.refusals.noPool" }, path: "/spec/pools" };

const escalatesTooEarly = ({ warnAfter, escalateAfter }: Pool): boolean =>
  warnAfter !== undefined && escalateAfter !== undefined && spanMs(escalateAfter) < spanMs(warnAfter);

/** What is wrong with a pool by itself. */
function refusePool(pool: Pool, path: string, before?: Pool): Refusal | undefined {
  if (pool.groups?.length === 0)
    return { reason: { key: "routing.refusals.noClaimers" }, path: `${path}/groups` };
  if (escalatesTooEarly(pool) && !(before && escalatesTooEarly(before)))
    return { reason: { key: "routing.refusals.escalateFirst" }, path: `${path}/escalateAfter` };
  return (
    refuseSpan(pool.warnAfter, `${path}/warnAfter`) ??
    refuseSpan(pool.escalateAfter, `${path}/escalateAfter`) ??
    refuseSpan(pool.claimTimeout, `${path}/claimTimeout`)
  );
}

/** Adds a pool under a new key. */
export const addPool = (key: string, pool: Pool): RoutingCommand => ({
  label: { key: "routing.commands.addPool" },
  refuse: ({ spec }) => {
    if (Object.hasOwn(spec.pools, key))
      return { reason: { key: "routing.refusals.samePool" }, path: poolPath(key) };
    if (!keyShape.test(key)) return { reason: { key: "routing.refusals.poolKey" }, path: "/spec/pools" };
    return refusePool(pool, poolPath(key));
  },
  apply({ spec }) {
    spec.pools[key] = structuredClone(pool) as Draft<Pool>;
  },
});

/** Takes a pool away; refused while a step or the fallback leads to it, saying which. */
export const removePool = (key: string): RoutingCommand => ({
  label: { key: "routing.commands.removePool" },
  refuse: (document) => {
    const [first, ...others] = poolUses(document.spec, key);
    if (!first) return refuseMissing(document, key);
    const count = others.length + 1;
    if (first.type === "fallback")
      return { reason: { key: "routing.refusals.poolIsFallback" }, path: first.path };
    return {
      reason: { key: "routing.refusals.poolUsed", values: { route: first.name, count } },
      path: first.path,
    };
  },
  apply({ spec }) {
    delete spec.pools[key];
  },
});

/** Renames a pool; its key stays, as steps name it. */
export const renamePool = (key: string, name: string): RoutingCommand => ({
  label: { key: "routing.commands.renamePool" },
  mergeKey: `pool ${key} name`,
  refuse: (document) => refuseMissing(document, key),
  apply({ spec }) {
    const pool = spec.pools[key];
    if (pool) pool.name = name;
  },
});

/** Puts a pool's rules in the place of what it had; typing in one field is one step of the history. */
export const setPool = (key: string, pool: Pool, field = "pool"): RoutingCommand => ({
  label: { key: "routing.commands.setPool" },
  mergeKey: `pool ${key} ${field}`,
  refuse: (document) =>
    refuseMissing(document, key) ?? refusePool(pool, poolPath(key), document.spec.pools[key]),
  apply({ spec }) {
    spec.pools[key] = structuredClone(pool) as Draft<Pool>;
  },
});
