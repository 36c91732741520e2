/** What plugins say of themselves is believed only in its shape, and once a life. */
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { manifestFault } from "./manifest-check.ts";
import { createPluginHost, type PluginHost } from "./plugin-host.ts";
import { silentLogger } from "./silent-logger.ts";

const fixture = (name: string) => ({
  specifier: fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url)),
});
let host: PluginHost | undefined;
afterEach(() => host?.close(0));

describe("what a plugin says it offers", () => {
  it("is refused where it has another shape, and stops nobody", async () => {
    const plugins = [fixture("misstating-plugin.js"), fixture("chaos-plugin.js")];
    host = await createPluginHost({ plugins, logger: silentLogger });
    expect(host.manifests().map(({ id }) => id)).toEqual(["chaos"]);
    expect(host.stats().find(({ plugin }) => plugin === null)?.fault).toContain("/");
    expect(host.actions().length + host.facts().length).toBeGreaterThan(0);
    for (const list of [host.channels(), host.strategies()]) expect(Array.isArray(list)).toBe(true);
  });

  it("is said once: one that takes another's name is ended and stays who it is", async () => {
    host = await createPluginHost({ plugins: [fixture("renamed-plugin.js")], logger: silentLogger });
    const call = { action: "renamed.claim", version: "1", input: {}, idempotencyKey: "k" };
    expect(await host.run(call)).toMatchObject({ ok: false, code: "plugin.crashed" });
    expect(host.manifests().map(({ id }) => id)).toEqual(["renamed"]);
  });

  it("must be the plugin's own, complete and of the declared kinds", async () => {
    host = await createPluginHost({ plugins: [fixture("chaos-plugin.js")], logger: silentLogger });
    const [good] = host.manifests();
    if (!good) throw new Error("nothing loaded");
    expect(manifestFault(good)).toBeNull();
    const label = { zh: "a", en: "a" };
    for (const wrong of [
      null,
      {},
      { ...good, id: "Other" },
      { ...good, id: "other" },
      { ...good, actions: [null] },
      { ...good, actions: good.actions.map((one) => ({ ...one, timeout: "soon" })) },
      { ...good, facts: [{ id: "chaos.x", label, type: "banana", from: [] }] },
      {
        ...good,
        strategies: [{ id: "chaos.s", label, description: label, order: [{ prefer: "most", of: "x" }] }],
      },
      { ...good, channels: undefined },
    ])
      expect(manifestFault(wrong), JSON.stringify(wrong)?.slice(0, 120)).not.toBeNull();
  });
});
