/** `/holidays`: the holiday data in use, what waits to be confirmed, and what the confirmation would move. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { holidaysUntil } from "@sluice/engine";
import { HolidayDays, strict } from "@sluice/schemas";
import { Type } from "typebox";
import { actorOf } from "../../../access/principal.ts";
import { toIso } from "../../../clock.ts";
import { AppError } from "../../../errors.ts";
import { affectedCalendars } from "../../../holidays/affected-calendars.ts";
import { confirmHolidays } from "../../../holidays/confirm-holidays.ts";
import { holidayImpact } from "../../../holidays/holiday-impact.ts";
import { inUse, readSnapshots } from "../../../holidays/holiday-store.ts";
import { offerHolidays, refuseHolidays } from "../../../holidays/offer-holidays.ts";
import { type PendingHolidays, readPending } from "../../../holidays/pending-holidays.ts";
import { optionalBody } from "../../../infra/bodies.ts";
import type { HeavyWork } from "../../../infra/heavy-work.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

const tags = ["holidays"];
const read = { roles: ["viewer"] } as const;
const decide = { roles: ["admin"] } as const;

const Offer = Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }), days: HolidayDays }, strict);
const Confirm = optionalBody(
  Type.Object({ apply: Type.Optional(Type.Enum(["new", "open"], { default: "new" })) }, strict),
);

const summary = ({ source, changes, etag }: PendingHolidays) => ({ source, days: changes.length, etag });

export const holidaysRoutes =
  (runtime: Runtime, heavy: HeavyWork): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { context } = app;
    const { reader } = context.database;

    app.get("/holidays", { config: read, schema: { tags } }, async () => {
      const { version, source, days, confirmedAt, confirmedBy } = inUse(await readSnapshots(reader));
      const pending = await readPending(reader);
      return {
        ...{ version, source, confirmedAt: toIso(confirmedAt), confirmedBy },
        ...{ until: holidaysUntil(days), days },
        pending: pending && summary(pending),
      };
    });

    app.get("/holidays/pending", { config: read, schema: { tags } }, async (_, reply) => {
      const pending = await readPending(reader);
      if (pending === null)
        throw new AppError("resource.not-found", { values: { what: "holiday data to confirm" } });
      const documents = runtime.definitions.documents.map(({ document }) => document);
      const { days, changes, etag, source } = pending;
      const calendars = affectedCalendars(documents, runtime.definitions.holidays, days, changes);
      const keys = calendars.map(({ key }) => key);
      const impact = await heavy.run(reply, (gone) => holidayImpact(runtime, reader, keys, days, gone));
      return reply.header("etag", etag).send({ source, days: changes, calendars, ...impact });
    });

    app.put(
      "/holidays/pending",
      { config: decide, schema: { tags, body: Offer } },
      async ({ body, principal }, reply) => {
        const pending = await offerHolidays(context, { ...body, actor: actorOf(principal) });
        if (pending) reply.header("etag", pending.etag);
        return reply.send({ pending: pending && summary(pending) });
      },
    );

    app.delete("/holidays/pending", { config: decide, schema: { tags } }, async (request, reply) => {
      const actor = actorOf(request.principal);
      await refuseHolidays(context, { actor, ifMatch: request.headers["if-match"] });
      return reply.code(204).send();
    });

    app.post("/holidays/confirm", { config: decide, schema: { tags, body: Confirm } }, async (request) => {
      const confirmed = await confirmHolidays(context, {
        apply: request.body?.apply ?? "new",
        actor: actorOf(request.principal),
        ifMatch: request.headers["if-match"],
      });
      for (const calendar of confirmed.calendars)
        app.events.publish("documents", { kind: "calendar", ...calendar, changed: true });
      return confirmed;
    });
  };
