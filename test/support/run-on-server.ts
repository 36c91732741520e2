/** A scenario on a real server: once as `POST /simulate`, once live, with the clock moved from event to event. */
import type { Decision } from "@sluice/schemas";
import { bringOnline, furnish } from "./house.ts";
import { type Replay, replayNewest } from "./replay.ts";
import { msOf, replayHouse } from "./run-in-engine.ts";
import { houseOf, type Scenario, type ScenarioEvent } from "./scenario.ts";
import { type Reply, startTestServer, type TestServer } from "./server.ts";
import { type Sink, startSink } from "./sink.ts";
import type { Told, TraceRun } from "./trace.ts";

/** A server furnished as the scenario says, its clock at the ticket's instant. */
export interface Stage {
  readonly server: TestServer;
  simulate(): Promise<Told>;
  live(): Promise<Told>;
  /** What `live` stored, through the engine again. */
  replay(): Promise<Replay>;
  stop(): Promise<void>;
}

type Body = Reply["body"];

const password = "a-password-for-agents";

/** The sink answers what is pinned, at `/<node>`; what shall fail gets 422, which is not tried again. */
function prepareSink(sink: Sink, scenario: Scenario): void {
  for (const [node, body] of Object.entries(scenario.pinned ?? {})) {
    const output = body as { status?: number; body?: unknown };
    sink.answer(`/${node}`, { status: output.status ?? 200, body: output.body ?? null });
  }
  for (const node of Object.keys(scenario.failing ?? {}))
    sink.answer(`/${node}`, { status: 422, body: { error: "refused" } });
}

/** The cookie of an agent's own sign-in. */
async function signIn(server: TestServer, agent: string): Promise<string> {
  const name = `user-${agent}`;
  await server.must("POST", "/users", { name, password, role: "agent", agentId: agent });
  const reply = await server.raw("POST", "/api/v1/auth/login", { name, password });
  if (reply.status !== 200) throw new Error(`sign-in of ${agent}: ${reply.text}`);
  return String(reply.headers["set-cookie"]).split(";", 1)[0] ?? "";
}

/** As which agent, or as the administrator. */
type Caller = (agent: string | undefined) => Promise<Record<string, string>>;

function callers(server: TestServer): Caller {
  const cookies = new Map<string, Promise<string>>();
  return async (agent) => {
    if (agent === undefined) return {};
    const cookie = cookies.get(agent) ?? signIn(server, agent);
    cookies.set(agent, cookie);
    return { cookie: await cookie };
  };
}

async function oldestTask(server: TestServer, ticket: string): Promise<string> {
  const { tasks } = await server.must("GET", `/tickets/${ticket}`);
  const id = (tasks as Body[])[0]?.id as string | undefined;
  if (id === undefined) throw new Error("the ticket has no open task");
  return id;
}

/** The link in the last message of the house that has one. */
async function surveyOf(server: TestServer, ticket: string): Promise<string> {
  const { messages } = await server.must("GET", `/tickets/${ticket}`);
  const texts = (messages as Body[]).map(({ text }) => text as string);
  const path = texts
    .findLast((text) => text.includes("/public/survey/"))
    ?.match(/\/public\/survey\/[\w-]+/)?.[0];
  if (path === undefined) throw new Error("no message brings a survey");
  return path;
}

async function requestOf(
  server: TestServer,
  ticket: string,
  event: ScenarioEvent,
): Promise<readonly [method: string, path: string, body?: unknown]> {
  const path = `/tickets/${ticket}`;
  if ("message" in event) return ["POST", `${path}/messages`, event.message];
  if ("update" in event) return ["PATCH", path, event.update];
  if ("assign" in event) return ["POST", `${path}/assign`, event.assign];
  if ("claim" in event) return ["POST", `${path}/claim`, { agent: event.claim.agent }];
  if ("transfer" in event) return ["POST", `${path}/transfer`, event.transfer];
  if ("release" in event) return ["POST", `${path}/release`];
  if ("custom" in event) return ["POST", `${path}/events`, event.custom];
  if ("survey" in event) return ["POST", await surveyOf(server, ticket), event.survey];
  return ["POST", `/tasks/${await oldestTask(server, ticket)}/complete`, event.task];
}

const goTo = (server: TestServer, instant: number) => server.setClock(new Date(instant).toISOString());

async function play(server: TestServer, scenario: Scenario): Promise<string> {
  const at = Date.parse(scenario.at);
  const as = callers(server);
  const { id } = (await server.must("POST", "/tickets", scenario.ticket)) as { id: string };
  await server.advance("PT0S");
  const events = [...(scenario.events ?? [])].sort((a, b) => msOf(a.after) - msOf(b.after));
  for (const event of events) {
    const headers = await as(event.agent);
    await goTo(server, at + msOf(event.after));
    const [method, path, body] = await requestOf(server, id, event);
    await server.must(method, path, body, headers);
    await server.advance("PT0S");
  }
  await goTo(server, at + msOf(events.at(-1)?.after ?? "PT0S") + msOf(scenario.follow ?? "PT0S"));
  return id;
}

const toRun = (run: Body): TraceRun => ({
  workflow: `${run.workflow}@${run.revision}`,
  status: run.status,
  path: run.path,
});

const toClocks = (sla: Record<string, { state: string; due: string }>) =>
  Object.entries(sla).map(([metric, { state, due }]) => ({ metric, state, due: Date.parse(due) }));

async function tell(server: TestServer, scenario: Scenario, id: string): Promise<Told> {
  const ticket = await server.must("GET", `/tickets/${id}`);
  const timeline = await server.must("GET", `/tickets/${id}/timeline?limit=1000`);
  const notices = await server.must("GET", `/notifications?ticket=${id}&limit=200`);
  const jobs = await server.must("GET", `/jobs?ticket=${id}&limit=200`);
  const order = new Intl.Collator("en", { numeric: true });
  const byStart = [...(ticket.runs as Body[])].sort((a, b) =>
    order.compare(`${a.startedAt} ${a.id}`, `${b.startedAt} ${b.id}`),
  );
  return {
    startedAt: Date.parse(scenario.at),
    steps: (timeline.items as Body[]).map((entry) => ({ ...entry, at: Date.parse(entry.at) })),
    runs: byStart.map(toRun),
    messages: (ticket.messages as Body[]).map((message) => ({ ...message, at: Date.parse(message.at) })),
    notices: (notices.items as Body[]).map((one) => ({ ...one, at: Date.parse(one.createdAt) })),
    jobs: (jobs.items as Body[]).map(({ node, action, version }) => `${node} ${action}@${version}`),
    clocks: toClocks(ticket.sla),
    ticket,
  };
}

async function simulateOn(server: TestServer, scenario: Scenario): Promise<Told> {
  const { ticket, events, at, pinned, failing, follow } = scenario;
  const answer = await server.must("POST", "/simulate", {
    ...{ ticket, at },
    ...(events ? { events } : {}),
    ...(pinned ? { pinned } : {}),
    ...(failing ? { failing } : {}),
    ...(follow ? { follow } : {}),
  });
  const steps = answer.steps as (Body & { readonly decisions: readonly Decision[] })[];
  return {
    startedAt: Date.parse(at),
    steps: steps.map((step) => ({ ...step, at: Date.parse(step.at) })),
    runs: (answer.runs as Body[]).map(toRun),
    messages: steps.flatMap(({ messages }) =>
      (messages as Body[]).map((message) => ({ ...message, at: Date.parse(message.at) })),
    ),
    notices: steps.flatMap(({ at: instant, notifications }) =>
      (notifications as Body[]).flatMap(({ agents, reason, data }) =>
        (agents as string[]).map((agent) => ({ at: Date.parse(instant), agent, reason, data })),
      ),
    ),
    jobs: steps.flatMap(({ jobs }) =>
      (jobs as Body[]).map(({ node, action, version }) => `${node} ${action}@${version}`),
    ),
    clocks: toClocks(answer.ticket.sla),
    ticket: answer.ticket,
  };
}

/** The earlier ticket is handled as a person would: assigned by hand, answered, resolved. */
async function playEarlier(server: TestServer, scenario: Scenario): Promise<void> {
  const { earlier } = scenario;
  if (!earlier) return;
  const { id } = await server.must("POST", "/tickets", earlier.ticket);
  await server.must("POST", `/tickets/${id}/assign`, { agent: earlier.agent });
  await server.must("PATCH", `/tickets/${id}`, { status: "resolved" });
}

/** Starts a server, furnishes it and brings its agents online. Stop it after the test. */
export async function setStage(scenario: Scenario): Promise<Stage> {
  const sink = await startSink();
  prepareSink(sink, scenario);
  const at = Date.parse(scenario.at);
  const earlier = at - msOf(scenario.earlier?.before ?? "PT0S");
  const server = await startTestServer({ at: new Date(earlier).toISOString(), allowHosts: "127.0.0.1" });
  await furnish(server, houseOf(scenario, sink.origin));
  await playEarlier(server, scenario);
  await goTo(server, at);
  await bringOnline(server, scenario.agentsOnline);
  return {
    server,
    simulate: () => simulateOn(server, scenario),
    live: async () => tell(server, scenario, await play(server, scenario)),
    replay: () => replayNewest(server, replayHouse(scenario, sink.origin)),
    async stop() {
      await server.stop();
      await sink.close();
    },
  };
}
