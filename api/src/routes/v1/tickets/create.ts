/** `POST /tickets` and `/tickets/batch`: tickets come in and are answered after their first burst. */
import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { parseValue, TicketInput } from "@sluice/schemas";
import type { FastifyRequest } from "fastify";
import { Compile } from "typebox/compile";
import { AppError } from "../../../errors.ts";
import { newId } from "../../../ids.ts";
import { ndjsonType } from "../../../infra/bodies.ts";
import { toAppError } from "../../../infra/errors.ts";
import { linesOf, tooLong } from "../../../infra/lines.ts";
import { instantMs } from "../../../infra/moments.ts";
import { parseJson } from "../../../infra/parse-json.ts";
import type { TicketCommand } from "../../../runtime/command.ts";
import type { CommittedEvent } from "../../../runtime/committed.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { ticketView } from "../../../tickets/ticket-view.ts";
import { actorFor, tags, work } from "./params.ts";

/** Lines of a batch that are under way at once: enough to fill transactions, bounded in memory. */
const linesAtOnce = 500;
/** Longest line of a batch, characters. */
const maxLine = 1_048_576;
/** Largest body of a batch, bytes; it is streamed, never held. */
const maxBatchBody = 10_737_418_240;

const toCommand = (request: FastifyRequest, input: TicketInput): TicketCommand => ({
  ticket: null,
  body: { type: "ticket.created", ticket: { id: newId(), number: 0, input } },
  actor: actorFor(request),
});

/** Instants that a calendar does not have (31 February) pass the pattern: they are refused here. */
export function requireRealInstant({ createdAt }: TicketInput): void {
  if (createdAt !== undefined) instantMs(createdAt, "/createdAt");
}

const checkInput = Compile(TicketInput);

/** The compiled check answers for the good lines; the interpreted one names the faults of the others. */
function parseLine(line: string | typeof tooLong): TicketInput {
  if (line === tooLong) throw new AppError("request.too-large", { values: { limit: maxLine } });
  const value: unknown = parseJson(line);
  if (checkInput.Check(value)) return value;
  const parsed = parseValue(TicketInput, value);
  throw new AppError("request.invalid", { errors: parsed.ok ? [] : parsed.problems });
}

export const createRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    const view = ({ state, endedRuns }: CommittedEvent) =>
      ticketView(state, runtime.definitions.current, runtime.clock.now(), endedRuns);

    app.post("/tickets", { config: work, schema: { tags, body: TicketInput } }, (request, reply) =>
      app.idempotency.run(request, reply, async (remember) => {
        requireRealInstant(request.body);
        const committed = await runtime.submit({
          ...toCommand(request, request.body),
          alongside: (transaction, result) => remember(transaction, { status: 201, body: view(result) }),
        });
        reply
          .header("etag", `"${committed.state.seq}"`)
          .header("location", `/api/v1/tickets/${committed.state.ticket.id}`);
        return { status: committed.created ? 201 : 200, body: view(committed) };
      }),
    );

    async function takeLine(request: FastifyRequest, line: string | typeof tooLong): Promise<string> {
      try {
        const input = parseLine(line);
        requireRealInstant(input);
        const committed = await runtime.submit({ ...toCommand(request, input), streamed: true });
        return JSON.stringify({ status: committed.created ? 201 : 200, ticket: view(committed) });
      } catch (error) {
        const { status, code, title, detail, errors } = toAppError(error, request);
        return JSON.stringify({ status, code, title, detail, errors });
      }
    }

    /** Results in the order of the lines, while later lines are already being worked on. */
    async function* results(request: FastifyRequest, body: Readable): AsyncGenerator<string> {
      const waiting: Promise<string>[] = [];
      for await (const line of linesOf(body, maxLine)) {
        if (line !== tooLong && line.trim() === "") continue;
        waiting.push(takeLine(request, line));
        if (waiting.length >= linesAtOnce) yield `${await waiting.shift()}\n`;
      }
      for (const result of waiting) yield `${await result}\n`;
    }

    app.post(
      "/tickets/batch",
      {
        config: work,
        bodyLimit: maxBatchBody,
        schema: { tags, description: "One ticket a line (NDJSON); one result a line, in order." },
      },
      (request, reply) => {
        if (!(request.body instanceof Readable))
          throw new AppError("request.media-type", { values: { expected: ndjsonType } });
        reply.header("content-type", ndjsonType);
        return reply.send(Readable.from(results(request, request.body)));
      },
    );
  };
