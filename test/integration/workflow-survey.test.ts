/** A survey from its message to the customer's answer: the public page without a sign-in, one answer, its end. */
import type { AnyDocument } from "@sluice/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furnish } from "../support/house.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";

const asking: AnyDocument = {
  ...{ kind: "workflow", key: "ask", name: "回访", formatVersion: 1 },
  spec: {
    variables: { said: { type: "object" } },
    nodes: [
      { id: "start", type: "trigger", config: { on: "ticket.resolved" } },
      {
        id: "ask",
        type: "survey",
        config: {
          text: "请评分：{{ survey.link }}",
          question: "<b>{{ ticket.subject }}</b> & 服务好吗？",
          expires: "PT2H",
          saveAs: "said",
        },
      },
      { id: "said", type: "update", config: { stage: "{{ vars.said.score }}:{{ vars.said.comment }}" } },
      { id: "late", type: "update", config: { stage: "late" } },
    ],
    edges: [
      { id: "e1", source: "start", sourcePort: "out", target: "ask" },
      { id: "e2", source: "ask", sourcePort: "answered", target: "said" },
      { id: "e3", source: "ask", sourcePort: "timeout", target: "late" },
    ],
  },
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await furnish(server, houseWith(smallHouse, [asking]));
});
afterAll(() => server.stop());

const page = { accept: "text/html,*/*", "accept-language": "zh-CN,zh;q=0.9" };
const form = { ...page, "content-type": "application/x-www-form-urlencoded" };

async function resolved() {
  const ticket = { channel: "web", subject: "杯子", customer: { id: "c-1" } };
  const { id } = await server.must("POST", "/tickets", ticket);
  await server.must("PATCH", `/tickets/${id}`, { status: "resolved" });
  const { messages } = await server.must("GET", `/tickets/${id}`);
  const text = (messages as readonly { text: string }[]).at(-1)?.text ?? "";
  const url = new URL(text.slice(text.indexOf("http"))).pathname;
  const stage = async () => (await server.must("GET", `/tickets/${id}`)).stage as string | null;
  const get = (headers: Record<string, string> = page): Promise<Reply> =>
    server.raw("GET", url, undefined, headers);
  const post = (body: string, headers: Record<string, string> = form) =>
    server.raw("POST", url, body, headers);
  return { id, url, get, post, stage };
}

describe("a survey", () => {
  it("is a page that anybody with the link can open, without scripts", async () => {
    const { get } = await resolved();
    const { status, text, headers } = await get();
    expect(status).toBe(200);
    expect(text).toContain("&lt;b&gt;杯子&lt;/b&gt; &amp; 服务好吗？");
    expect(text.match(/type="radio"/g)).toHaveLength(5);
    expect(text).not.toContain("<script");
    expect(text).toContain('lang="zh-CN"');
    expect(headers["cache-control"]).toBe("no-store");
    const english = await get({ ...page, "accept-language": "en-US,en;q=0.9" });
    expect(english.text).toContain("Anything to add");
  });

  it("is answered once", async () => {
    const { get, post, stage } = await resolved();
    const sent = await post("score=4&comment=%E5%BE%88%E5%A5%BD");
    expect([sent.status, sent.text.includes("感谢")]).toEqual([200, true]);
    expect(await stage()).toBe("4:很好");
    expect((await post("score=1")).text).toContain("感谢");
    expect((await get()).text).toContain("感谢");
    expect(await stage()).toBe("4:很好");
  });

  it("takes one of many answers at the same moment", async () => {
    const { post, stage } = await resolved();
    const json = { "content-type": "application/json" };
    const scores = [1, 2, 3, 4, 5];
    const replies = await Promise.all(scores.map((score) => post(JSON.stringify({ score }), json)));
    const taken = scores.filter((_, index) => replies[index]?.status === 200);
    expect(taken).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(4);
    expect(await stage()).toBe(`${taken[0]}:`);
  });

  it("asks again for a score that is none", async () => {
    const { post, stage } = await resolved();
    for (const body of ["", "score=0", "score=6", "score=x", "comment=only"]) {
      const { status, text } = await post(body);
      expect([status, text.includes("请选择一个分数")]).toEqual([422, true]);
    }
    const json = await post('{"score":9}', { "content-type": "application/json" });
    expect([json.status, json.body.code]).toEqual([400, "request.invalid"]);
    expect(await stage()).toBeNull();
  });

  it("is over when it has expired", async () => {
    const { get, post, stage } = await resolved();
    await server.advance("PT2H");
    expect(await stage()).toBe("late");
    expect((await get()).text).toContain("已失效");
    expect((await post("score=5")).text).toContain("已失效");
    const json = await get({ accept: "application/json" });
    expect(json.body).toMatchObject({ state: "expired", scale: 5 });
    expect(await stage()).toBe("late");
  });

  it("is nobody's whose link is wrong", async () => {
    const { url } = await resolved();
    const wrong = `${url.slice(0, -4)}AAAA`;
    expect((await server.raw("GET", wrong, undefined, page)).status).toBe(404);
    expect((await server.raw("POST", wrong, "score=1", form)).status).toBe(404);
    expect((await server.raw("GET", `${url}/..`, undefined, page)).status).toBe(404);
  });
});
