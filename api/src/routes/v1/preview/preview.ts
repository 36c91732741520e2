/** `/preview/…`: the engine's arithmetic and conditions on values that are typed in. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  checkCalendar,
  checkDuration,
  compileCalendar,
  compileConditions,
  EngineError,
  formatDuration,
  parseDuration,
  slaClock,
} from "@sluice/engine";
import {
  CalendarSpec,
  type Condition,
  checkCondition,
  Duration,
  Instant,
  isTooDeep,
  Json,
  Key,
  maxJsonDepth,
  problem,
  strict,
} from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { toIso } from "../../../clock.ts";
import { AppError, type FieldError } from "../../../errors.ts";
import { instantMs } from "../../../infra/moments.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

const tags = ["preview"];
const config = { roles: ["viewer"] } as const;

const ClockBody = Type.Object(
  {
    calendar: Type.Union([Key, CalendarSpec]),
    start: Instant,
    target: Duration,
    pauses: Type.Optional(
      Type.Array(Type.Tuple([Instant, Type.Union([Instant, Type.Null()])]), { maxItems: 1000 }),
    ),
    at: Type.Optional(Instant),
  },
  strict,
);
const ConditionsBody = Type.Object(
  {
    when: Json,
    facts: Type.Record(Type.String(), Json),
    segments: Type.Optional(Type.Record(Type.String(), Json)),
    at: Type.Optional(Instant),
  },
  strict,
);

const refuse = (errors: readonly FieldError[]): AppError => new AppError("request.invalid", { errors });

/** What only compiling finds (an unknown operator) is a fault of the condition too. */
function compileWhen(...input: Parameters<typeof compileConditions>): ReturnType<typeof compileConditions> {
  try {
    return compileConditions(...input);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== "condition.invalid") throw error;
    const { code, message } = error;
    throw new AppError(code, { detail: message, errors: [{ path: "/when", code, message }], cause: error });
  }
}

export const previewRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    function calendarOf(given: Static<typeof ClockBody>["calendar"]) {
      if (typeof given === "string") {
        const found = runtime.definitions.current.calendar(given);
        if (found) return found.compiled;
        throw refuse([problem("/calendar", "reference.missing", { kind: "calendar", key: given })]);
      }
      const problems = checkCalendar(given);
      if (problems.length > 0)
        throw refuse(problems.map((item) => ({ ...item, path: `/calendar${item.path}` })));
      return compileCalendar(given, { holidays: runtime.definitions.holidays });
    }

    app.post("/preview/sla-clock", { config, schema: { tags, body: ClockBody } }, async ({ body }) => {
      const calendar = calendarOf(body.calendar);
      const targetFaults = checkDuration(body.target, "/target");
      if (targetFaults.length > 0) throw refuse(targetFaults);
      const span = parseDuration(body.target);
      const start = instantMs(body.start, "/start");
      const pauses = (body.pauses ?? []).map(([from, to], index): [number, number | null] => [
        instantMs(from, `/pauses/${index}/0`),
        to === null ? null : instantMs(to, `/pauses/${index}/1`),
      ]);
      const clock = slaClock({
        calendar,
        start,
        target: "workingDays" in span ? span : span.ms,
        pauses,
        ...(body.at === undefined ? {} : { at: instantMs(body.at, "/at") }),
      });
      return {
        due: toIso(clock.due),
        elapsed: formatDuration(clock.elapsed),
        elapsedMs: clock.elapsed,
        remaining: formatDuration(clock.remaining),
        remainingMs: clock.remaining,
        state: clock.state,
        segments: clock.segments.map(([open, close]) => [toIso(open), toIso(close)]),
      };
    });

    app.post("/preview/conditions", { config, schema: { tags, body: ConditionsBody } }, async ({ body }) => {
      if (isTooDeep(body.when)) throw refuse([problem("/when", "schema.too-deep", { limit: maxJsonDepth })]);
      const segments = body.segments ?? {};
      const problems = [
        ...checkCondition(body.when, "/when"),
        ...Object.entries(segments).flatMap(([key, when]) => checkCondition(when, `/segments/${key}`)),
      ];
      if (problems.length > 0) throw refuse(problems);
      const now = body.at === undefined ? runtime.clock.now() : instantMs(body.at, "/at");
      const compiled = compileWhen(body.when as unknown as Condition, {
        segments: segments as unknown as Readonly<Record<string, Condition>>,
      });
      const context = { now };
      return { result: compiled.test(body.facts, context), trace: compiled.explain(body.facts, context) };
    });
  };
