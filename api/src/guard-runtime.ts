/** A runtime whose afterwards-calls cannot fail the request: what they follow is already committed. */
import type { FastifyBaseLogger } from "fastify";
import type { RuntimePort } from "./runtime-port.ts";

/** Wraps the `on…` calls so that a failure is logged; presence is the runtime's own write and may fail. */
export function guardRuntime(runtime: RuntimePort, log: FastifyBaseLogger): RuntimePort {
  const logged = async (name: string, call: () => Promise<void>): Promise<void> => {
    try {
      await call();
    } catch (err) {
      log.error({ err, hook: name }, "the runtime did not take over a committed change");
    }
  };
  return {
    checks: runtime.checks,
    publishing: (transaction, changes) => runtime.publishing(transaction, changes),
    onPublished: (changes) => logged("onPublished", () => runtime.onPublished(changes)),
    onPeopleChanged: () => logged("onPeopleChanged", () => runtime.onPeopleChanged()),
    onSettingsChanged: () => logged("onSettingsChanged", () => runtime.onSettingsChanged()),
    onPresence: (change) => runtime.onPresence(change),
    ready: () => runtime.ready(),
  };
}
