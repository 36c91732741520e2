/** `/public/survey/:token`: the page that a customer answers on, and the same as JSON for a channel's own page. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { toIso } from "../../../clock.ts";
import { AppError } from "../../../errors.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { type PageLanguage, pageLanguage, surveyForm, surveyNotice } from "../../../surveys/survey-page.ts";
import {
  answerSurvey,
  type PublicSurvey,
  readSurvey,
  type SurveyAnswer,
} from "../../../surveys/survey-store.ts";

const Params = Type.Object({ token: Type.String({ pattern: "^[A-Za-z0-9_-]{16,64}$" }) });
const Query = Type.Object({ lang: Type.Optional(Type.Union([Type.Literal("zh"), Type.Literal("en")])) });
const maxComment = 2_000;

type Asked = FastifyRequest<{ Params: { token: string }; Querystring: { lang?: PageLanguage } }>;

const isPage = ({ headers }: FastifyRequest): boolean => (headers.accept ?? "").includes("text/html");

const languageOf = ({ query, headers }: Asked): PageLanguage =>
  query.lang ?? pageLanguage(headers["accept-language"]);

const html = (reply: FastifyReply, status: number, content: string) =>
  reply.code(status).header("content-type", "text/html; charset=utf-8").send(content);

const toJson = ({ question, scale, expiresAt, state }: PublicSurvey) => ({
  ...{ question, scale, state },
  expiresAt: toIso(expiresAt),
});

/** Out of a form or a JSON body; `null` when it holds no score of the scale. */
function answerOf(body: unknown, scale: number): SurveyAnswer | null {
  const { score, comment } = (body ?? {}) as { readonly score?: unknown; readonly comment?: unknown };
  const value = typeof score === "string" && /^\d{1,2}$/.test(score) ? Number(score) : score;
  if (typeof value !== "number" || !Number.isInteger(value) || value < 1 || value > scale) return null;
  const said = typeof comment === "string" ? comment.trim().slice(0, maxComment) : "";
  return { score: value, comment: said === "" ? null : said };
}

const isClosed = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === "survey.closed";

export const surveyRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;
    const options = {
      config: { roles: "public" as const, rateLimit: { max: 120, timeWindow: "1 minute" } },
      schema: { tags: ["public"], params: Params, querystring: Query },
    };
    app.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: 64 * 1_024 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
    );
    app.addHook("onSend", async (_request, reply) => {
      reply.header("cache-control", "no-store").header("referrer-policy", "no-referrer");
    });

    async function find(request: Asked, reply: FastifyReply): Promise<PublicSurvey | null> {
      try {
        return await readSurvey(reader, request.params.token, runtime.clock.now());
      } catch (error) {
        if (!isPage(request) || (error as { code?: unknown }).code !== "resource.not-found") throw error;
        html(reply, 404, surveyNotice("missing", languageOf(request)));
        return null;
      }
    }

    app.get("/public/survey/:token", options, async (request, reply) => {
      const asked = request as Asked;
      const survey = await find(asked, reply);
      if (!survey) return reply;
      if (!isPage(request)) return toJson(survey);
      const language = languageOf(asked);
      return html(
        reply,
        200,
        survey.state === "open" ? surveyForm(survey, language) : surveyNotice(survey.state, language),
      );
    });

    app.post("/public/survey/:token", options, async (request, reply) => {
      const asked = request as Asked;
      const survey = await find(asked, reply);
      if (!survey) return reply;
      const language = languageOf(asked);
      const answer = answerOf(request.body, survey.scale);
      if (survey.state === "open" && answer === null) {
        if (isPage(request)) return html(reply, 422, surveyForm(survey, language, true));
        const fault = {
          path: "/score",
          code: "survey.score",
          message: `a score goes from 1 to ${survey.scale}`,
        };
        throw new AppError("request.invalid", { errors: [fault] });
      }
      const state = survey.state === "open" ? await take(survey, answer) : survey.state;
      if (isPage(request)) return html(reply, 200, surveyNotice(state, language));
      if (state !== "answered" || survey.state !== "open") throw new AppError("survey.closed");
      return toJson({ ...survey, state });
    });

    /** The workflow may have gone on meanwhile. */
    async function take(survey: PublicSurvey, answer: SurveyAnswer | null): Promise<"answered" | "expired"> {
      try {
        if (answer === null) return "expired";
        await answerSurvey(runtime, survey, answer);
        return "answered";
      } catch (error) {
        if (isClosed(error)) return "expired";
        throw error;
      }
    }
  };
