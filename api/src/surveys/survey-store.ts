/** Surveys as customers find them: open, answered or over. */
import type { Queryable, Transaction } from "../database/database.ts";
import type { SurveyRow } from "../database/entities/ticketless.ts";
import { AppError } from "../errors.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { hashToken } from "./survey-links.ts";

export type SurveyState = "open" | "answered" | "expired";

/** What the customer is shown. */
export interface PublicSurvey {
  readonly id: string;
  readonly ticket: string;
  readonly question: string;
  readonly scale: number;
  readonly expiresAt: number;
  readonly state: SurveyState;
}

function stateOf({ answered_at, expires_at }: SurveyRow, now: number): SurveyState {
  if (answered_at !== null) return "answered";
  return Number(expires_at) <= now ? "expired" : "open";
}

/** @throws AppError `resource.not-found`, which tells nobody more than that. */
export async function readSurvey(reader: Queryable, token: string, now: number): Promise<PublicSurvey> {
  const [row] = await reader.query<SurveyRow[]>("SELECT * FROM surveys WHERE token = ?", [hashToken(token)]);
  if (!row) throw new AppError("resource.not-found", { values: { what: "survey" } });
  return {
    ...{ id: row.id, ticket: row.ticket_id, question: row.question },
    ...{ scale: Number(row.scale), expiresAt: Number(row.expires_at), state: stateOf(row, now) },
  };
}

export interface SurveyAnswer {
  readonly score: number;
  readonly comment: string | null;
}

/** Takes the answer: the ticket's event and the survey's row are one transaction, so there is one answer. */
export async function answerSurvey(
  runtime: Runtime,
  { id, ticket }: PublicSurvey,
  { score, comment }: SurveyAnswer,
): Promise<void> {
  const now = runtime.clock.now();
  await runtime.submit({
    ticket,
    body: { type: "survey.answered", survey: id, score, comment },
    actor: { type: "customer" },
    alongside: async (transaction: Transaction) => {
      await transaction.query(
        "UPDATE surveys SET answered_at = ?, score = ?, comment = ? WHERE id = ? AND answered_at IS NULL",
        [now, score, comment, id],
      );
    },
  });
}
