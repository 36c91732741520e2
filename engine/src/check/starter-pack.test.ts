import { describe, expect, it } from "vitest";
import { starterOptions } from "./check.fixture.ts";
import { checkDocument } from "./check-document.ts";

describe("the starter pack", () => {
  it.each(
    starterOptions.documents.map((document) => [`${document.kind}/${document.key}`, document] as const),
  )("%s may be published", (_, document) => {
    expect(checkDocument(document, starterOptions)).toEqual([]);
  });
});
