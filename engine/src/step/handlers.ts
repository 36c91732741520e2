/** What each kind of event does first, before its signals start or wake anything. */
import { EngineError } from "../errors.ts";
import type { EventType, TicketEvent } from "../state/events.ts";
import { migrateRun } from "../workflow/migrate-run.ts";
import type { Burst } from "./burst.ts";
import { classifyAgain } from "./classify.ts";
import { applyCampaignEdge, applyPublishedCalendar, applyPublishedPolicy, syncClocks } from "./clocks.ts";
import { handleDue } from "./due.ts";
import { receiveMessage, touchClaim } from "./messages.ts";
import { applyRouting } from "./routed.ts";
import { runningRun, setRun, waitingTokens } from "./run-store.ts";
import { cancelRun, resume, skip, startRun, wake } from "./runs.ts";
import { signalOf } from "./signals.ts";
import { answerTask } from "./tasks.ts";

type EventOf<T extends EventType> = TicketEvent & { readonly type: T };
type Handler<T extends EventType> = (burst: Burst, event: EventOf<T>) => void;

/** Routing's commands are answered by the driver, which sends `routing.decided` instead. */
const toDriver = (): void => undefined;

const created: Handler<"ticket.created"> = (burst) => {
  burst.signals.push(signalOf("ticket.created", null));
};

const updated: Handler<"ticket.updated"> = (burst, event) => {
  touchClaim(burst);
  burst.update(event.changes, event.actor.type !== "system", event.origin ?? null);
  syncClocks(burst, "updated");
};

const jobFinished: Handler<"job.finished"> = (burst, event) => {
  const waiting = waitingTokens(burst).find(({ wait }) => wait.type === "job" && wait.job === event.job);
  if (!waiting) return;
  burst.log.push({
    type: event.ok ? "job.completed" : "job.failed",
    job: event.job,
    node: waiting.token.node,
  });
  const error = event.error ?? { code: "job.failed", message: "the action failed" };
  wake(
    burst,
    waiting.run.id,
    waiting.token.id,
    event.ok ? { type: "job", ok: true, output: event.output ?? null } : { type: "job", ok: false, error },
  );
};

const surveyAnswered: Handler<"survey.answered"> = (burst, { survey, score, comment, origin }) => {
  const found = waitingTokens(burst).find(({ wait }) => wait.type === "survey" && wait.survey === survey);
  if (found?.wait.type !== "survey")
    throw new EngineError("survey.closed", "this survey has been answered or has expired", { survey });
  const { scale } = found.wait;
  if (!Number.isInteger(score) || score < 1 || score > scale)
    throw new EngineError("survey.score", `a score goes from 1 to ${scale}`, { survey, score, scale });
  burst.log.push({ type: "survey.answered", survey, score, comment });
  burst.signals.push(signalOf("survey.answered", origin ?? null));
  wake(burst, found.run.id, found.token.id, { type: "survey", score, comment });
};

const runStart: Handler<"run.start"> = (burst, event) => {
  const workflow = burst.definitions.workflows(burst.now).find(({ ref }) => ref.key === event.workflow);
  const trigger = workflow?.triggers.find(({ node, on }) =>
    event.node === undefined ? on === "manual" : node === event.node,
  );
  if (!workflow || !trigger)
    throw new EngineError(
      "workflow.unknown",
      `no published workflow "${event.workflow}" can be started by hand`,
      {
        workflow: event.workflow,
      },
    );
  startRun(burst, workflow, trigger.node, 0);
};

const moveRun: Handler<"run.migrate"> = (burst, { run: id, to, mapping }) => {
  const run = runningRun(burst, id);
  const [from, target] = [burst.definitions.workflow(run.workflow), burst.definitions.workflow(to)];
  if (!from || !target || to.key !== run.workflow.key)
    throw new EngineError("workflow.unknown", `run ${id} cannot go to ${to.key} r${to.revision}`, {
      run: id,
      to,
    });
  const moved = migrateRun(run, from, target, mapping, [...burst.tasks.values()]);
  if (!moved.ok)
    throw new EngineError("run.unmapped", "nodes of the run have nothing to take their place", {
      run: id,
      unmapped: moved.unmapped,
    });
  setRun(burst, moved.run);
  burst.log.push({
    type: "run.migrated",
    run: id,
    workflow: to.key,
    from: run.workflow.revision,
    to: to.revision,
  });
};

/** A due that has started a run starts no other. What its condition refuses counts as done. */
function runTriggered(burst: Burst, { workflow: key, node, due, data }: EventOf<"run.triggered">): void {
  const workflow = burst.definitions.workflows(burst.now).find(({ ref }) => ref.key === key);
  const trigger = workflow?.triggers.find((candidate) => candidate.node === node);
  if (!workflow || !trigger)
    throw new EngineError("workflow.unknown", `no live workflow "${key}" starts at ${node}`, {
      workflow: key,
      node,
    });
  const { ticketless } = burst;
  if (ticketless && due !== undefined) {
    if (ticketless.firedUpTo !== null && due <= ticketless.firedUpTo) return;
    burst.ticketless = { firedUpTo: due };
  }
  const vars = trigger.saveAs === null ? {} : { [trigger.saveAs]: data };
  if (trigger.holds && !trigger.holds(burst.facts(vars), burst.now)) return;
  startRun(burst, workflow, node, 0, vars);
}

const incidentToken = (burst: Burst, incident: string) => {
  const found = waitingTokens(burst).find(
    ({ wait }) => wait.type === "incident" && wait.incident === incident,
  );
  if (!found)
    throw new EngineError("incident.unknown", "nothing on this ticket waits for this incident any more", {
      incident,
    });
  return found;
};

const incidentRetry: Handler<"incident.retry"> = (burst, event) => {
  const { run, token } = incidentToken(burst, event.incident);
  burst.effects.push({ type: "close-incident", id: event.incident, how: "retried" });
  burst.log.push({ type: "incident.retried", incident: event.incident, node: token.node });
  resume(burst, run.id, token.id);
};

const incidentSkip: Handler<"incident.skip"> = (burst, event) => {
  const { run, token } = incidentToken(burst, event.incident);
  burst.effects.push({ type: "close-incident", id: event.incident, how: "skipped" });
  burst.log.push({ type: "incident.skipped", incident: event.incident, node: token.node });
  skip(burst, run.id, token.id);
};

const handlers: { readonly [T in EventType]: Handler<T> } = {
  "ticket.created": created,
  "ticket.updated": updated,
  "message.received": (burst, event) => receiveMessage(burst, event),
  "ticket.claim": toDriver,
  "ticket.release": toDriver,
  "ticket.assign": toDriver,
  "ticket.transfer": toDriver,
  "ticket.reroute": toDriver,
  "ticket.reclassify": (burst, event) => classifyAgain(burst, event.given),
  "routing.drain": toDriver,
  "routing.offline": toDriver,
  "routing.decided": applyRouting,
  timer: (burst) => handleDue(burst),
  "job.finished": jobFinished,
  "task.completed": answerTask,
  "survey.answered": surveyAnswered,
  custom: (burst, event) => {
    burst.signals.push(signalOf(event.name, event.origin ?? null));
  },
  "campaign.edge": (burst, event) => {
    applyCampaignEdge(burst, event);
    burst.signals.push(signalOf(event.edge === "started" ? "campaign.started" : "campaign.ended", null));
  },
  "sla.published": (burst, event) => applyPublishedPolicy(burst, event.ref),
  "calendar.published": (burst, event) => applyPublishedCalendar(burst, event.ref),
  "run.start": runStart,
  "run.triggered": runTriggered,
  "run.migrate": moveRun,
  "run.cancel": (burst, event) => cancelRun(burst, event.run),
  "incident.retry": incidentRetry,
  "incident.skip": incidentSkip,
};

/** Applies the event itself to the working copy. */
export function handleEvent(burst: Burst, event: TicketEvent): void {
  (handlers[event.type] as Handler<EventType>)(burst, event);
}
