/**
 * Connections that only reach public addresses. The name is resolved once and the connection goes to the very
 * addresses that were checked, so a name that changes its answer in between (DNS rebinding) gains nothing.
 */
import { type LookupAddress, lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, type Dispatcher } from "undici";
import { isPublicAddress } from "./address-policy.ts";
import { httpError } from "./errors.ts";

/** Resolves a name to all its addresses; a parameter so that a test can be the resolver. */
export type ResolveAll = (
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

const systemResolve: ResolveAll = (hostname, done) =>
  systemLookup(hostname, { all: true }, (error, addresses) => done(error, addresses ?? []));

/** The lookup of a connection: one address that is not public is enough to refuse the name. */
export function guardedLookup(resolve: ResolveAll): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      const refused = addresses.find((item) => !isPublicAddress(item.address));
      const failure = error ?? (refused || addresses.length === 0 ? addressRefused(hostname) : null);
      const first = addresses[0];
      if (failure || !first) return callback(failure, "");
      if (options.all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    });
  };
}

/** The refusal; it does not say which address it was, lest a workflow map the inner network with it. */
export const addressRefused = (host: string) =>
  httpError(
    "http.address-refused",
    `${host} is not on the public internet. An operator can allow it by name in SLUICE_HTTP_ALLOW_HOSTS.`,
    { details: { host } },
  );

/** Connection pools: one for public addresses only, one for hosts allowed by name. */
export interface Agents {
  readonly guarded: Dispatcher;
  readonly open: Dispatcher;
}

/** Wires the pools; they keep connections alive between requests. */
export const createAgents = (resolve: ResolveAll = systemResolve): Agents => ({
  guarded: new Agent({ connect: { lookup: guardedLookup(resolve) } }),
  open: new Agent(),
});
