import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bootstrapKey, createTestApp, type TestApp } from "../testing/test-app.ts";

let it: TestApp;
beforeAll(async () => {
  it = await createTestApp();
});
afterAll(() => it.close());

const text = fc.oneof(
  fc.json(),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.constantFrom(
    "",
    "null",
    "[]",
    "{}",
    '"',
    "{]",
    "1e999",
    '{"documents":[null]}',
    '{"documents":[{"kind":{}}]}',
  ),
);
const segment = fc.oneof(
  fc.constantFrom("segment", "default", "1", "__proto__", "constructor", "%00", "..", "draft"),
  fc.string({ maxLength: 20 }).map(encodeURIComponent),
);

test("no generated request is a fault of ours", async () => {
  const routes = it.app.routeTable.filter(
    (route) => route.method !== "HEAD" && !/\*|events|login/.test(route.url),
  );
  const request = fc.record({
    route: fc.constantFrom(...routes),
    segment,
    text,
    query: fc.string({ maxLength: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ route, segment, text, query }) => {
      const reply = await it.app.inject({
        method: route.method as "GET",
        url: `${route.url.replaceAll(/:\w+/g, () => segment)}?${encodeURI(query)}`,
        payload: text,
        headers: {
          authorization: `Bearer ${bootstrapKey}`,
          "content-type": "application/json",
          "if-match": query.replaceAll(/[^\x20-\x7e]/g, ""),
        },
      });
      expect(reply.statusCode, `${route.method} ${route.url} ${text}: ${reply.body}`).toBeLessThan(500);
    }),
    { numRuns: 1500 },
  );
});
