import { checkDocument } from "@sluice/engine";
import { parseDocument } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { expect, it } from "vitest";
import { languageInstance } from "../../messages/language.ts";
import { newWorkflow } from "./new-workflow.ts";

const { documents, settings, people } = ecommerceStarter;

it.each(["zh-CN", "en"] as const)("can be published as it is, in %s", (language) => {
  const document = newWorkflow(languageInstance(language).t)("w", "W");
  expect(parseDocument(document)).toMatchObject({ ok: true });
  expect(checkDocument(document, { documents, settings, people, actions: [] })).toEqual([]);
});
