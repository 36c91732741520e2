/**
 * `Idempotency-Key`: a request that is sent again gets the answer of its first time, and happens once.
 * Keys belong to their caller. The same key with another body is refused (422).
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { sha256 } from "../access/hashes.ts";
import type { Principal } from "../access/principal.ts";
import type { Transaction } from "../database/database.ts";
import { isDuplicate } from "../database/failure.ts";
import {
  findAnswer,
  forgetAnswer,
  forgetAnswers,
  idempotencyKeepMs,
  saveAnswers,
} from "../database/repositories/idempotency.ts";
import { AppError } from "../errors.ts";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Writes the answer down in the work's own transaction, so that both are committed or neither. */
export type Remember = (transaction: Transaction, answer: Answer) => Promise<void>;

interface Idempotency {
  /**
   * Runs `work` once per key and sends its answer; without a key it just runs. `work` calls `remember` inside its
   * transaction. Requests with one key that arrive together wait for the first and get its answer.
   */
  run(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (remember: Remember) => Promise<Answer>,
  ): Promise<FastifyReply>;
}

/** Old answers go in small steps, so that no ticket waits for a great one. */
const forgetEveryMs = 60_000;
const forgetAtOnce = 2_000;

declare module "fastify" {
  interface FastifyInstance {
    readonly idempotency: Idempotency;
  }
}

interface Ticket {
  readonly key: string;
  readonly route: string;
  readonly hash: string;
}

/** Two callers never share an answer: names may repeat, ids do not. */
const callerOf = (principal: Principal): string =>
  principal.type === "anonymous" ? principal.type : `${principal.type}:${principal.id}`;

function ticketOf(request: FastifyRequest): Ticket | undefined {
  const given = request.headers["idempotency-key"];
  if (given === undefined || given === "") return undefined;
  const key = sha256(`${callerOf(request.principal)}\n${String(given)}`);
  const hash = sha256(JSON.stringify(request.body ?? null));
  return { key, route: `${request.method} ${request.url.split("?", 1)[0]}`.slice(0, 191), hash };
}

function refuseOther(ticket: Ticket, first: { readonly route: string; readonly hash: string }): void {
  if (first.route !== ticket.route || first.hash !== ticket.hash)
    throw new AppError("request.idempotency-mismatch");
}

export const idempotencyPlugin = fp(
  async (app) => {
    const { database, wall } = app.context;
    const running = new Map<string, Ticket & { readonly answer: Promise<Answer> }>();

    async function stored(ticket: Ticket): Promise<Answer | undefined> {
      const row = await findAnswer(database.reader, ticket.key, wall.now() - idempotencyKeepMs);
      if (row === null) return undefined;
      refuseOther(ticket, { route: row.route, hash: row.body_hash });
      return { status: row.status, body: JSON.parse(row.response) };
    }

    const remember =
      ({ key, route, hash }: Ticket): Remember =>
      (transaction, { status, body }) => {
        const response = JSON.stringify(body ?? null);
        const row = { key, route, body_hash: hash, response, status, created_at: wall.now() };
        return saveAnswers(transaction, [row]);
      };

    /** Another process may answer the same key at the same moment: one of the two is done, and its answer is given. */
    async function doOnce(ticket: Ticket, work: (remember: Remember) => Promise<Answer>): Promise<Answer> {
      try {
        return await work(remember(ticket));
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const known = await stored(ticket);
        if (known) return repeated(known);
        // Too old to count, and not yet removed.
        await database.writer.run((transaction) => forgetAnswer(transaction, ticket.key));
        return work(remember(ticket));
      }
    }

    /** A known answer is given with 200: nothing was created this time. */
    async function answerFor(ticket: Ticket, work: (remember: Remember) => Promise<Answer>): Promise<Answer> {
      const first = running.get(ticket.key);
      if (first) {
        refuseOther(ticket, first);
        return repeated(await first.answer);
      }
      const answer = stored(ticket).then((known) => (known ? repeated(known) : doOnce(ticket, work)));
      running.set(ticket.key, { ...ticket, answer });
      try {
        return await answer;
      } finally {
        running.delete(ticket.key);
      }
    }

    const forget = async (): Promise<void> => {
      const before = wall.now() - idempotencyKeepMs;
      try {
        await database.writer.run((transaction) => forgetAnswers(transaction, before, forgetAtOnce));
      } catch (err) {
        app.log.warn({ err }, "old idempotency keys were not removed; tried again later");
      }
    };
    const timer = setInterval(forget, forgetEveryMs);
    timer.unref();
    app.addHook("preClose", async () => clearInterval(timer));

    app.decorate("idempotency", {
      async run(request, reply, work) {
        const ticket = ticketOf(request);
        const answer = ticket ? await answerFor(ticket, work) : await work(async () => undefined);
        return reply.code(answer.status).send(answer.body);
      },
    });
  },
  { name: "idempotency", dependencies: ["access"] },
);

const repeated = (answer: Answer): Answer => ({
  ...answer,
  status: answer.status === 201 ? 200 : answer.status,
});
