import { expect, test } from "vitest";
import { etagFor, requireEtag } from "./etags.ts";

test("equal values have equal ETags, others have not", () => {
  expect(etagFor({ a: [1] })).toBe(etagFor({ a: [1] }));
  expect(etagFor({ a: [1] })).not.toBe(etagFor({ a: [2] }));
  expect(etagFor([])).toMatch(/^"[0-9a-f]{16}"$/);
});

test("If-Match names what is stored, weakly, in a list, or by a star; absent it asks nothing", () => {
  const etag = etagFor([1]);
  for (const header of [undefined, etag, `W/${etag}`, `"other", ${etag}`, "*"])
    expect(() => requireEtag(header, [1])).not.toThrow();
  const changed = expect.objectContaining({ code: "resource.changed" });
  expect(() => requireEtag(etag, [2])).toThrow(changed);
  expect(() => requireEtag("*", null)).toThrow(changed);
});
