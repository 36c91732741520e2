import type { ActionDefinition } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import { checkDocument } from "./check-document.ts";

const httpRequest: ActionDefinition = {
  id: "http.request",
  version: "1",
  label: { zh: "HTTP 请求", en: "HTTP request" },
  input: { type: "object" },
  output: { type: "object" },
};

describe("the starter pack", () => {
  const { documents, settings, people } = ecommerceStarter;

  it.each(documents.map((document) => [`${document.kind}/${document.key}`, document] as const))(
    "%s may be published",
    (_, document) => {
      expect(checkDocument(document, { documents, settings, people, actions: [httpRequest] })).toEqual([]);
    },
  );
});
