import { catalog, checkDocument } from "@sluice/engine";
import { parseDocument } from "@sluice/schemas";
import { expect, it } from "vitest";
import { languageInstance } from "../../messages/language.ts";
import { newWorkflow } from "./new-workflow.ts";

it.each(["zh-CN", "en"] as const)("can be published as it is, in %s", (language) => {
  const document = newWorkflow(languageInstance(language).t)("w", "W");
  expect(parseDocument(document)).toMatchObject({ ok: true });
  expect(checkDocument(document, { catalog: catalog() } as never)).toEqual([]);
});
