/** `/documents/:kind/:key/impact`: what publishing would touch, before it is published. Nothing is stored. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type AnyDocument, type DocumentKind, Json, strict } from "@sluice/schemas";
import { Type } from "typebox";
import { parseNamed } from "../../../documents/check.ts";
import { requireDocument } from "../../../documents/drafts.ts";
import { impactOf } from "../../../documents/impact.ts";
import { refuseFaultyDrafts } from "../../../documents/parse-drafts.ts";
import { AppError } from "../../../errors.ts";
import { optionalBody } from "../../../infra/bodies.ts";
import type { HeavyWork } from "../../../infra/heavy-work.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { DocumentParams, documentDepth, tags } from "./params.ts";

const Body = optionalBody(
  Type.Object(
    {
      /** The stored draft when left out. */
      document: Type.Optional(Json),
      /** As in `publish`: whether open clocks follow. */
      apply: Type.Optional(Type.Union([Type.Literal("new"), Type.Literal("open")])),
    },
    strict,
  ),
);

/** The document of the body, its faults named below `/document`. */
function parseGiven(document: unknown, kind: DocumentKind, key: string): AnyDocument {
  try {
    return parseNamed(document, kind, key);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const errors = error.errors.map((item) => ({ ...item, path: `/document${item.path}` }));
    throw new AppError("document.invalid", { errors, cause: error });
  }
}

export const impactRoutes =
  (runtime: Runtime, heavy: HeavyWork): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;

    async function storedDraft(kind: DocumentKind, key: string): Promise<AnyDocument> {
      const { draft } = await requireDocument(reader, kind, key);
      if (draft === null) throw new AppError("document.no-draft");
      return parseNamed(JSON.parse(draft), kind, key);
    }

    app.post(
      "/documents/:kind/:key/impact",
      {
        config: { roles: ["viewer"], maxJsonDepth: documentDepth },
        schema: { tags, params: DocumentParams, body: Body },
      },
      async ({ params: { kind, key }, body }, reply) => {
        const given = body?.document;
        const document = given === undefined ? await storedDraft(kind, key) : parseGiven(given, kind, key);
        const live = runtime.definitions.documents.map((item) => item.document);
        refuseFaultyDrafts([document], live, runtime.checks, () => (given === undefined ? "" : "/document"));
        const asked = { document, apply: body?.apply ?? "new" };
        return heavy.run(reply, (gone) => impactOf(runtime, reader, asked, gone));
      },
    );
  };
