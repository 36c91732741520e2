import { afterEach, beforeEach, expect, test } from "vitest";
import { idleRuntime, type PublishedChange } from "../runtime-port.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";

let it: TestApp;
let told: PublishedChange[];
beforeEach(async () => {
  told = [];
  const runtime = {
    ...idleRuntime,
    onPublished: async (changes: readonly PublishedChange[]) => void told.push(...changes),
  };
  it = await createTestApp({ runtime });
});
afterEach(() => it.close());

const segment = (key: string, value = "gold") => ({
  kind: "segment",
  key,
  name: key,
  formatVersion: 1,
  spec: { when: { all: [{ fact: "customer.tier", operator: "equal", value }] } },
});
const classification = (segmentKey: string) => ({
  kind: "classification",
  key: "default",
  name: "默认",
  formatVersion: 1,
  spec: {
    rules: [{ id: "vip", when: { condition: segmentKey }, then: { addTags: ["VIP"] } }],
    otherwise: { category: "presales.other", priority: "P3" },
  },
});
const at = "/documents/segment/vip";

test("a document's whole life: draft, publish, change, diff, roll back, delete, restore", async () => {
  const first = await it.call("PUT", `${at}/draft`, segment("vip"));
  expect([first.status, first.headers.etag]).toEqual([201, '"1"']);
  expect((await it.call("PUT", `${at}/draft`, segment("vip", "x"))).status).toBe(428);
  expect((await it.call("PUT", `${at}/draft`, segment("vip", "x"), { "if-match": '"7"' })).status).toBe(412);
  expect((await it.call("POST", `${at}/publish`, { comment: "first" })).body).toMatchObject({
    revision: 1,
    changed: true,
  });
  expect((await it.call("POST", `${at}/publish`)).body).toMatchObject({ revision: 1, changed: false });

  const second = await it.call("PUT", `${at}/draft`, segment("vip", "platinum"), { "if-match": '"1"' });
  expect([second.status, second.headers.etag]).toEqual([200, '"2"']);
  expect((await it.call("GET", at)).body).toMatchObject({ liveRevision: 1, changed: true });
  expect((await it.call("GET", `${at}/diff`)).body.changes).toEqual([
    { op: "replace", path: "/spec/when/all/0/value", from: "gold", to: "platinum" },
  ]);
  expect((await it.call("POST", `${at}/publish`, {}, { "if-match": '"1"' })).status).toBe(412);
  expect(
    (await it.call("POST", `${at}/publish`, { apply: "open" }, { "if-match": '"2"' })).body.revision,
  ).toBe(2);

  expect((await it.call("POST", `${at}/rollback`, { revision: 1 })).body).toMatchObject({
    revision: 3,
    changed: true,
  });
  expect((await it.call("GET", `${at}/draft`)).body.spec.when.all[0].value).toBe("gold");
  expect((await it.call("POST", `${at}/rollback`, { revision: 9 })).status).toBe(404);
  const revisions = (await it.call("GET", `${at}/revisions?limit=2`)).body;
  expect(revisions.items.map((item: { revision: number }) => item.revision)).toEqual([3, 2]);
  expect(revisions.items[0]).toMatchObject({ live: true, rollbackOf: 1, author: "bootstrap" });
  const rest = (await it.call("GET", `${at}/revisions?limit=2&cursor=${revisions.nextCursor}`)).body;
  expect(rest).toMatchObject({ items: [{ revision: 1, comment: "first" }], nextCursor: null });
  expect((await it.call("GET", `${at}/revisions/2`)).body.document.spec.when.all[0].value).toBe("platinum");

  expect((await it.call("DELETE", at)).status).toBe(204);
  expect((await it.call("GET", at)).status).toBe(404);
  expect((await it.call("PUT", `${at}/draft`, segment("vip"))).body.code).toBe("document.deleted");
  expect((await it.call("GET", "/documents?deleted=true")).body.items).toHaveLength(1);
  expect((await it.call("POST", `${at}/restore`)).body).toMatchObject({ liveRevision: 3, deletedAt: null });
  expect(told.map((change) => change.revision)).toEqual([1, 2, 3, null, 3]);
  expect(told[1]?.apply).toBe("open");

  const audit = (await it.call("GET", `/audit?target=segment:vip`)).body.items as { action: string }[];
  expect(audit.map((entry) => entry.action)).toEqual([
    "document.restore",
    "document.delete",
    "document.rollback",
    "document.publish",
    "document.publish",
  ]);
});

test("a draft is refused with the path of each fault, and must be the one its address names", async () => {
  const reply = await it.call("PUT", `${at}/draft`, {
    ...segment("other"),
    spec: { when: { all: [] } },
    x: 1,
  });
  expect([reply.status, reply.body.code]).toEqual([422, "document.invalid"]);
  const paths = reply.body.errors.map((item: { path: string }) => item.path);
  expect(paths).toEqual(expect.arrayContaining(["/x", "/key", "/spec/when/all"]));
  for (const body of [null, 1, "x", [], { kind: "segment" }])
    expect(
      (await it.call("PUT", `${at}/draft`, JSON.stringify(body), { "content-type": "application/json" }))
        .status,
    ).toBe(422);
});

test("conditions may nest as deep as documents allow, though other bodies may not", async () => {
  let when: object = { fact: "customer.tier", operator: "in", value: ["gold"] };
  for (let level = 0; level < 31; level += 1) when = { all: [when] };
  const reply = await it.call("PUT", `${at}/draft`, { ...segment("vip"), spec: { when } });
  expect(reply.status).toBe(201);
});

test("two who save at once: one wins, the other gets 412", async () => {
  await it.call("PUT", `${at}/draft`, segment("vip"));
  const both = await Promise.all(
    ["a", "b"].map((value) => it.call("PUT", `${at}/draft`, segment("vip", value), { "if-match": '"1"' })),
  );
  expect(both.map((reply) => reply.status).sort()).toEqual([200, 412]);
});

test("what others name cannot be deleted, and what is missing cannot be published", async () => {
  const ruleset = "/documents/classification/default";
  expect((await it.call("PUT", `${ruleset}/draft`, classification("vip"))).status).toBe(201);
  const refused = await it.call("POST", `${ruleset}/publish`);
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]).toMatchObject({
    path: "/spec/rules/0/when/condition",
    code: "condition.unknown-segment",
  });
  expect((await it.call("POST", `${ruleset}/validate`)).body).toMatchObject({ valid: false });
  await it.call("PUT", `${at}/draft`, segment("vip"));
  await it.call("POST", `${at}/publish`);
  expect((await it.call("POST", `${ruleset}/publish`)).status).toBe(200);
  const inUse = await it.call("DELETE", at);
  expect([inUse.status, inUse.body.code]).toEqual([409, "resource.in-use"]);
  expect(inUse.body.errors[0].message).toContain("classification:default");
});

test("an import is all or nothing", async () => {
  const bad = { ...segment("bad"), spec: {} };
  const reply = await it.call("POST", "/documents/import", {
    documents: [segment("vip"), bad, segment("vip")],
  });
  expect([reply.status, reply.body.code]).toEqual([422, "document.bundle"]);
  const faults = reply.body.errors.map((item: { path: string; code: string }) => `${item.path} ${item.code}`);
  expect(faults).toEqual(["/documents/1/spec schema.required", "/documents/2 schema.duplicate"]);
  const unresolved = await it.call("POST", "/documents/import?publish=true", {
    documents: [segment("vip"), classification("none")],
  });
  expect(unresolved.status).toBe(422);
  expect(unresolved.body.errors[0].path).toBe("/documents/1/spec/rules/0/when/condition");
  expect((await it.call("GET", "/documents")).body.items).toEqual([]);
});

test("an import that publishes is idempotent, whatever the order in the bundle", async () => {
  const documents = [classification("vip"), segment("vip")];
  const first = (await it.call("POST", "/documents/import?publish=true", { documents })).body.documents;
  expect(
    first.map((item: { draft: string; published: { revision: number } }) => [
      item.draft,
      item.published.revision,
    ]),
  ).toEqual([
    ["created", 1],
    ["created", 1],
  ]);
  const again = (await it.call("POST", "/documents/import?publish=true", { documents })).body.documents;
  expect(
    again.every(
      (item: { draft: string; published: { changed: boolean } }) =>
        item.draft === "unchanged" && !item.published.changed,
    ),
  ).toBe(true);
  expect(told).toHaveLength(2);
});

test("export is stable, and importing it changes nothing", async () => {
  const documents = [classification("vip"), segment("vip"), segment("a")];
  await it.call("POST", "/documents/import?publish=true", { documents });
  const get = () =>
    it.app.inject({
      url: "/api/v1/documents/export",
      headers: { authorization: "Bearer a-bootstrap-key-for-tests" },
    });
  const first = (await get()).body;
  expect(first.endsWith("}\n")).toBe(true);
  expect(JSON.parse(first).documents.map((item: { key: string }) => item.key)).toEqual([
    "a",
    "vip",
    "default",
  ]);
  const again = await it.call("POST", "/documents/import?publish=true", JSON.parse(first));
  expect(again.body.documents.every((item: { draft: string }) => item.draft === "unchanged")).toBe(true);
  expect((await get()).body).toBe(first);
});

test("bundles may come one document a line", async () => {
  const type = { "content-type": "application/x-ndjson" };
  const lines = `${JSON.stringify(segment("a"))}\n\n${JSON.stringify(segment("b"))}\n`;
  expect((await it.call("POST", "/documents/import", lines, type)).body.documents).toHaveLength(2);
  const bad = await it.call("POST", "/documents/import", `${JSON.stringify(segment("c"))}\n{"a"`, type);
  expect(bad.status).toBe(400);
  expect(bad.body.detail).toContain("Line 2");
});

test("designers import drafts, only publishers publish them", async () => {
  const { key } = (await it.call("POST", "/api-keys", { name: "d", role: "designer" })).body;
  const as = { authorization: `Bearer ${key}` };
  expect((await it.call("POST", "/documents/import", { documents: [segment("a")] }, as)).status).toBe(200);
  expect(
    (await it.call("POST", "/documents/import?publish=true", { documents: [segment("a")] }, as)).status,
  ).toBe(403);
});

test("the list pages by cursor and filters by kind", async () => {
  const documents = ["a", "b", "c", "d", "e"].map((key) => segment(key));
  await it.call("POST", "/documents/import", { documents: [...documents, classification("a")] });
  const keys: string[] = [];
  let cursor = "";
  do {
    const { body } = await it.call("GET", `/documents?kind=segment&limit=2${cursor && `&cursor=${cursor}`}`);
    keys.push(...body.items.map((item: { key: string }) => item.key));
    cursor = body.nextCursor ?? "";
  } while (cursor !== "");
  expect(keys).toEqual(["a", "b", "c", "d", "e"]);
});

test("announcements are those of the campaign phases in force", async () => {
  const phase = (id: string, from: string, until: string) => ({ id, from, until, announcement: { en: id } });
  const campaign = {
    kind: "campaign",
    key: "double11",
    name: "双11",
    formatVersion: 1,
    spec: {
      from: "2026-11-10T20:00:00+08:00",
      until: "2026-11-26T00:00:00+08:00",
      phases: [
        phase("opening", "2026-11-10T20:00:00+08:00", "2026-11-11T08:00:00+08:00"),
        phase("peak", "2026-11-11T08:00:00+08:00", "2026-11-12T00:00:00+08:00"),
      ],
    },
  };
  await it.call("POST", "/documents/import?publish=true", { documents: [campaign] });
  const phases = async () =>
    (await it.raw({ method: "GET", url: "/api/v1/public/announcements" })).body.items.map(
      (item: { phase: string }) => item.phase,
    );
  expect(await phases()).toEqual(["peak"]);
  it.clock.advance(-1);
  expect(await phases()).toEqual(["opening"]);
  it.clock.set(Date.parse("2026-11-25T16:00:00Z"));
  expect(await phases()).toEqual([]);
});

test("the schema of every kind is published with the conditions' definition", async () => {
  for (const kind of (await it.call("GET", "/schemas")).body.items) {
    const { body } = await it.call("GET", `/schemas/${kind}`);
    expect(body.properties.kind.const).toBe(kind);
    expect(body.$defs.condition.oneOf).toBeDefined();
  }
  expect((await it.call("GET", "/schemas/segment")).body.properties.spec.properties.when.$ref).toBe(
    "#/$defs/condition",
  );
  expect((await it.call("GET", "/schemas/nothing")).status).toBe(404);
});
