/**
 * Slows down guessing: after five failures for a name or twenty from an address within fifteen minutes,
 * further tries are refused until the oldest failure is forgotten. Kept in memory, bounded.
 */
import type { Clock } from "../clock.ts";
import { AppError } from "../errors.ts";

const windowMs = 15 * 60_000;
const limits = { name: 5, address: 20 } as const;
const maxEntries = 10_000;

export interface SignInThrottle {
  /** Throws `auth.throttled` when this name or address has failed too often. */
  check(name: string, address: string): void;
  failed(name: string, address: string): void;
  /** Forgets the name's failures and the address's latest. */
  succeeded(name: string, address: string): void;
}

/** Creates the throttle; each server process counts for itself. */
export function createSignInThrottle(clock: Clock): SignInThrottle {
  const failures = new Map<string, number[]>();
  const keysOf = (name: string, address: string) =>
    [
      [`name:${name}`, limits.name],
      [`address:${address}`, limits.address],
    ] as const;
  const recent = (key: string) => (failures.get(key) ?? []).filter((at) => at > clock.now() - windowMs);

  return {
    check(name, address) {
      for (const [key, limit] of keysOf(name, address)) {
        const times = recent(key);
        const seconds = Math.ceil(((times[0] ?? 0) + windowMs - clock.now()) / 1000);
        if (times.length >= limit)
          throw new AppError("auth.throttled", { values: { seconds }, retryAfter: seconds });
      }
    },
    failed(name, address) {
      for (const [key] of keysOf(name, address)) {
        const times = [...recent(key), clock.now()];
        failures.delete(key);
        failures.set(key, times);
      }
      while (failures.size > maxEntries) failures.delete(failures.keys().next().value ?? "");
    },
    succeeded(name, address) {
      failures.delete(`name:${name}`);
      failures.get(`address:${address}`)?.pop();
    },
  };
}
