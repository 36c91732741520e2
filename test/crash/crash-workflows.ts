/**
 * The workflows of the crash house: every kind of node that waits, and every kind of trigger. What they wait for takes a
 * second or two, so that at any moment some of each is under way.
 */
import type { AnyDocument } from "@sluice/schemas";
import { call, node, workflow } from "./drawing.ts";

/** Nodes whose effect may come again for the same ticket: their workflows may run more than once on it. */
export const repeatable: ReadonlySet<string> = new Set(["tell", "thank"]);

/** Schedules, each with what becomes of the dues that it missed. */
export const schedules = { "clock-all": "all", "clock-once": "once", "clock-skip": "skip" } as const;

/** The last part of the webhook's address. */
export const webhookPath = "shipped";

/** The nodes that a webhook's run calls the sink at, once for each call. */
export const webhookNodes = ["book-in", "book-out"] as const;

/** The event that tickets' forks wait for. */
export const parcelEvent = "parcel.weighed";

const channelIs = (key: string) => ({ fact: "ticket.channel", operator: "equal", value: key });

/** A part of the tickets is enough: each of these workflows makes many rows. */
const isRefundOf = (channel: string) => ({
  all: [channelIs(channel), { fact: "ticket.text", operator: "containsAnyText", value: ["退款"] }],
});

const intake = (sink: string) =>
  workflow(
    "intake",
    [
      node("start", "trigger", { on: "ticket.created" }),
      node("classify", "classify", { ruleset: "default" }),
      node("sla", "sla", { policy: "default" }),
      call("book", `${sink}/effect`),
      node("route", "route", { policy: "default" }),
      node("pause", "wait", { for: "PT1S" }),
      node("which", "branch", { branches: [{ id: "phone", name: "phone", when: channelIs("phone") }] }),
      call("refuse", `${sink}/refuse`),
      node("check", "task", {
        title: "{{ ticket.subject }}",
        group: "desk",
        due: "PT2S",
        outcomes: [{ id: "good", name: "good" }],
      }),
      call("ship", `${sink}/effect`),
      node("close", "update", { status: "resolved" }),
      node("end", "end", {}),
    ],
    [
      ...["start.out>classify", "classify.out>sla", "sla.out>book", "book.ok>route"],
      ...["route.assigned>pause", "route.pooled>pause", "pause.done>which"],
      ...["which.phone>refuse", "which.else>check", "refuse.ok>ship", "check.good>ship"],
      ...["check.timeout>ship", "ship.ok>close", "close.out>end"],
    ],
  );

/** Each message of a customer starts a run behind the one that is still under way. */
const followUp = (sink: string) =>
  workflow(
    "follow-up",
    [
      node("start", "trigger", {
        on: "ticket.messageReceived",
        when: { fact: "message.author", operator: "equal", value: "customer" },
      }),
      node("listen", "wait", { event: "ticket.statusChanged", timeout: "PT2S" }),
      call("tell", `${sink}/effect`),
      node("answer", "reply", { text: "我们在处理 {{ ticket.number }}" }),
      node("end", "end", {}),
    ],
    ["start.out>listen", "listen.done>tell", "listen.timeout>tell", "tell.ok>answer", "answer.out>end"],
    { concurrency: "queue" },
  );

const weigh = { code: "return { grams: input.pieces * 250 };", input: { pieces: 3 }, saveAs: "weight" };

/** Two of three branches are enough: the third is cancelled with its wait, its script or its job. */
const fork = (sink: string) =>
  workflow(
    "fork",
    [
      node("start", "trigger", { on: "ticket.created", when: isRefundOf("jd") }),
      node("split", "parallel", { branches: ["pack", "weigh", "ask"].map((id) => ({ id, name: id })) }),
      call("pack", `${sink}/effect`),
      node("rest", "wait", { for: "PT1S" }),
      node("scale", "script", weigh),
      node("hear", "wait", { event: parcelEvent, timeout: "PT2S" }),
      call("ask", `${sink}/effect`),
      node("meet", "join", { wait: 2, saveAs: "who" }),
      call("hand-over", `${sink}/effect`),
    ],
    [
      ...["start.out>split", "split.pack>pack", "split.weigh>rest", "split.ask>hear"],
      ...["pack.ok>meet", "rest.done>scale", "scale.out>meet", "scale.error>meet"],
      ...["hear.done>ask", "hear.timeout>ask", "ask.ok>meet", "meet.out>hand-over"],
    ],
    { variables: { weight: { type: "object" }, who: { type: "array" } } },
  );

/** Two parcels at a time, each brought by a run of its own. */
const parcels = (sink: string) =>
  workflow(
    "parcels",
    [
      node("start", "trigger", { on: "ticket.created", when: isRefundOf("taobao") }),
      node("each", "foreach", {
        ...{ items: "{{ vars.parcels }}", as: "parcel", indexAs: "place", concurrency: 2 },
        ...{ collect: "{{ vars.brought.parcel }}", saveAs: "all" },
      }),
      node("bring", "subflow", {
        ...{ workflow: "delivery", input: { parcel: "{{ vars.parcel }}" }, saveAs: "brought" },
      }),
      call("track", `${sink}/effect`, "{{ ticket.id }}/{{ vars.parcel }}"),
      call("sum", `${sink}/effect`),
    ],
    ["start.out>each", "each.body>bring", "bring.out>track", "each.done>sum"],
    {
      variables: {
        parcels: { type: "array", default: ["p1", "p2", "p3"] },
        ...{ brought: { type: "object" }, all: { type: "array" } },
      },
    },
  );

const delivery = (sink: string) =>
  workflow(
    "delivery",
    [
      node("start", "trigger", { on: "manual" }),
      node("drive", "wait", { for: "PT0.5S" }),
      call("deliver", `${sink}/effect`, "{{ ticket.id }}/{{ vars.parcel }}"),
    ],
    ["start.out>drive", "drive.done>deliver"],
    { variables: { parcel: { type: "string", input: true, output: true } } },
  );

const opinion = (sink: string) =>
  workflow(
    "opinion",
    [
      node("start", "trigger", { on: "ticket.resolved" }),
      node("ask", "survey", { text: "请评分：{{ survey.link }}", expires: "PT4S", saveAs: "said" }),
      call("thank", `${sink}/effect`),
    ],
    ["start.out>ask", "ask.answered>thank"],
    { variables: { said: { type: "object" } } },
  );

/** Every minute, the shortest that a schedule knows. */
const clock = (sink: string, key: string, misfire: string) =>
  workflow(
    key,
    [
      node("start", "trigger", { on: "schedule", cron: "* * * * *", misfire, saveAs: "tick" }),
      call("tick", `${sink}/effect`, `${key} {{ vars.tick.due }}`),
      node("rest", "wait", { for: "PT1S" }),
      node("think", "script", weigh),
      call("tock", `${sink}/effect`, `${key} {{ vars.tick.due }}`),
    ],
    ["start.out>tick", "tick.ok>rest", "rest.done>think", "think.out>tock", "think.error>tock"],
    { concurrency: "parallel", variables: { tick: { type: "object" }, weight: { type: "object" } } },
  );

const shipped = (sink: string) =>
  workflow(
    "shipped",
    [
      node("start", "trigger", { on: "webhook", path: webhookPath, saveAs: "got" }),
      call("book-in", `${sink}/effect`, "{{ vars.got.mark }}"),
      node("rest", "wait", { for: "PT1S" }),
      call("book-out", `${sink}/effect`, "{{ vars.got.mark }}"),
    ],
    ["start.out>book-in", "book-in.ok>rest", "rest.done>book-out"],
    { variables: { got: { type: "object" } } },
  );

/** All of them; their actions call `sink` (an origin). */
export const crashWorkflows = (sink: string): readonly AnyDocument[] => [
  intake(sink),
  followUp(sink),
  fork(sink),
  delivery(sink),
  parcels(sink),
  opinion(sink),
  ...Object.entries(schedules).map(([key, misfire]) => clock(sink, key, misfire)),
  shipped(sink),
];
