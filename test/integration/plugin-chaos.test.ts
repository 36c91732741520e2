/**
 * Chaos through the whole server: plugins that misbehave in every way, each called by a workflow for a ticket, while
 * tickets with a well-behaved plugin's job, and tickets without any, go on. Each bad job fails as its misdeed is
 * called, with an incident of its own; nobody else notices.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { callingWorkflow, untilOffered, writePlugin } from "../support/house-plugin.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const misdeeds: Readonly<Record<string, readonly [body: string, code: string]>> = {
  throws: [`throw new Error("on purpose");`, "action.threw"],
  rejects: [
    `Promise.reject(new Error("aside")); await new Promise(() => {}); return {};`,
    "plugin.unhandled-rejection",
  ],
  hangs: [`for (;;);`, "action.timeout"],
  exits: [`process.exit(1);`, "plugin.exited"],
  hoards: [
    `for (;;) { hoard.push(Buffer.alloc(8 * 1024 * 1024, 1)); await new Promise((resolve) => setTimeout(resolve)); }`,
    "plugin.out-of-memory",
  ],
  floods: [
    `while (!signal.aborted) { console.log("x".repeat(10_000)); await new Promise((resolve) => setTimeout(resolve)); } throw signal.reason;`,
    "plugin.output-flood",
  ],
};
const names = Object.keys(misdeeds);

const source = (name: string, body: string) => `
const hoard = [];
export default {
  id: "${name}", label: { zh: "${name}", en: "${name}" },
  actions: [{
    id: "${name}.act", version: "1", label: { zh: "${name}", en: "${name}" },
    input: { type: "object" }, output: { type: "object" },
    async run({ input, signal }) { ${body} },
  }],
};`;

const when = (value: string) => ({ fact: "ticket.subject", operator: "equal", value });
const once = { maxAttempts: 1, backoff: "fixed", initial: "PT1S", max: "PT1S" };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  for (const name of names) await writePlugin(server.dataDir, name, source(name, misdeeds[name]?.[0] ?? ""));
  await writePlugin(server.dataDir, "calm", source("calm", `return { said: input.text };`));
  for (const name of [...names, "calm"]) await untilOffered(server, `${name}.act`);
  const bad = names.map((name) => {
    const timeout = name === "hangs" ? "PT1S" : "PT2M";
    return callingWorkflow(
      name,
      { action: `${name}.act`, version: "1", input: {}, timeout, retry: once },
      when(name),
    );
  });
  const input = { text: "{{ ticket.subject }}" };
  const calm = callingWorkflow(
    "calm",
    { action: "calm.act", version: "1", input, retry: once },
    when("calm"),
  );
  await server.must("POST", "/documents/import?publish=true", { documents: [...bad, calm] });
});
afterAll(() => server?.stop());

const open = (subject: string) =>
  server.must("POST", "/tickets", { channel: "web", subject, customer: { id: `c-${subject}` } });

const incidents = async (): Promise<readonly { ticket: string; code: string; kind: string }[]> =>
  (await server.must("GET", "/incidents?status=open")).items;

it("costs each bad plugin its own job, and nobody else anything", async () => {
  const tickets = new Map<string, string>();
  for (const name of names) tickets.set(name, (await open(name)).id);

  const others: string[] = [];
  const plain: string[] = [];
  let done = 0;
  while ((await incidents()).length < names.length) {
    others.push((await open("calm")).id);
    plain.push((await open("plain")).id);
    const jobs = await server.must("GET", "/jobs?status=done&limit=200");
    done = jobs.items.filter(({ action }: { action: string }) => action === "calm.act").length;
  }
  expect(done, "calm jobs that were done before the last bad one had failed").toBeGreaterThan(0);

  await server.settled();
  const found = await incidents();
  expect(found.every(({ kind }) => kind === "job")).toBe(true);
  expect(new Map(found.map(({ ticket, code }) => [ticket, code]))).toEqual(
    new Map(names.map((name) => [tickets.get(name), misdeeds[name]?.[1]])),
  );
  for (const name of names) {
    const { items } = await server.must("GET", `/jobs?ticket=${tickets.get(name)}`);
    expect(items).toMatchObject([{ status: "dead", attempts: 1, error: { code: misdeeds[name]?.[1] } }]);
  }
  for (const id of others) {
    const { items } = await server.must("GET", `/jobs?ticket=${id}`);
    expect(items).toMatchObject([{ action: "calm.act", status: "done", attempts: 1 }]);
  }
  for (const id of plain) expect((await server.must("GET", `/tickets/${id}`)).status).toBe("new");
  const { items } = await server.must("GET", "/plugins");
  expect(items.find(({ id }: { id: string }) => id === "calm")).toMatchObject({
    restarts: 0,
    state: "ready",
  });
});
