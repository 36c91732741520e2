/** A house in the middle of a working morning: tickets as buyers write them, in every state a ticket can be in. */
import { type SampleTicket, sampleTickets } from "@sluice/schemas/starter";
import { employ, password } from "../e2e/house.ts";
import type { Caller, PageServer } from "../e2e/server.ts";

/** Who the pictures are taken for: the lead of after-sales. */
export const person = "a09";

interface Created {
  readonly id: string;
  readonly assignee: string | null;
}

/** Two samples of seven: all categories, not all alike. */
const morning = sampleTickets.filter((_, index) => index % 7 === 3 || index % 7 === 5);

const answers = [
  "您好，已为您加急处理，预计今天内发出，请留意物流。",
  "亲，麻烦提供一下商品照片，我们马上核实。",
  "已经为您登记退款，1–3 个工作日原路退回。",
  "已联系快递核实，最晚今晚给您答复。",
];

/** Finance starts later: their pool fills up. */
async function startOfDay(server: PageServer): Promise<void> {
  const { items } = await server.api("GET", "/agents");
  for (const { id, groups } of items)
    if (!groups.includes("finance"))
      await server.api("PUT", `/agents/${id}/presence`, { presence: "online" });
}

/** Everybody acts under a session of their own, so that the log names them. */
function openSessions(server: PageServer): (agent: string) => Promise<Caller> {
  const sessions = new Map<string, Promise<Caller>>();
  const open = async (agent: string) => {
    await employ(server, agent, agent === person ? "lead" : "agent");
    return server.signIn(agent, password);
  };
  return (agent) => {
    const session = sessions.get(agent) ?? open(agent);
    sessions.set(agent, session);
    return session;
  };
}

const asked = (server: PageServer, id: string, text: string) =>
  server.api("POST", `/tickets/${id}/messages`, { author: "customer", public: true, text });

const answered = (act: Caller, id: string, text: string, isPublic = true) =>
  act("POST", `/tickets/${id}/messages`, { author: "agent", public: isPublic, text });

/** What becomes of a ticket after its first answer. */
const fates: readonly ((act: Caller, id: string) => Promise<unknown>)[] = [
  async () => undefined,
  (act, id) => act("PATCH", `/tickets/${id}`, { status: "pending_customer" }),
  (act, id) => act("PATCH", `/tickets/${id}`, { status: "resolved" }),
  async () => undefined,
  (act, id) => act("PATCH", `/tickets/${id}`, { status: "on_hold" }),
  (act, id) => act("PATCH", `/tickets/${id}`, { status: "resolved" }),
];

async function create(server: PageServer, { input, messages = [] }: SampleTicket): Promise<Created> {
  const ticket: Created = await server.api("POST", "/tickets", input);
  for (const text of messages) await asked(server, ticket.id, text);
  return ticket;
}

/** A refund with everything a detail page can hold; its id. */
async function createRefund(server: PageServer, act: Caller): Promise<string> {
  const { id }: Created = await server.api("POST", "/tickets", {
    channel: "tmall",
    shop: "tmall-flagship",
    externalId: "TM2026030287710",
    subject: "鞋子开胶了，要退货退款",
    body: "在吗\n上周买的跑鞋才穿两次就开胶了，质量太差了，我要退货退款\n订单 4417 2290 8810",
    customer: { id: "tb_2209871", name: "林晓*", tier: "gold", annualSpend: 6820, tags: ["老客户"] },
    order: { id: "441722908810", amount: 699, status: "已签收", trackingNo: "SF1422088715533" },
    fields: {
      refundAmount: 699,
      refundReason: "质量问题：开胶",
      trackingNo: "SF1422088715533",
      carrier: "顺丰",
    },
  });
  await act("POST", `/tickets/${id}/assign`, { agent: person });
  await server.advance("PT20S");
  await answered(act, id, "非常抱歉给您带来不便。麻烦拍一下开胶处的照片，我马上为您申请退货。");
  await server.advance("PT2M");
  await asked(server, id, "照片发了，两只都开了。运费你们出吗？");
  await server.advance("PT50S");
  await answered(act, id, "判定为质量问题，来回运费由我们承担。退货地址已发您，寄出后请告知运单号。");
  await answered(act, id, "同款上周已有 3 单开胶，已报给质检。", false);
  await server.advance("PT6M");
  await asked(server, id, "好的，已经寄了，SF1422088715533");
  await act("PATCH", `/tickets/${id}`, { stage: "退货申请" });
  return id;
}

/** Everything too long; its id. */
async function createOverlong(server: PageServer, act: Caller): Promise<string> {
  const { id }: Created = await server.api("POST", "/tickets", {
    channel: "mail",
    subject: `Re: Fwd: ${"关于上个月订购的三件套沙发其中一件扶手有划痕且颜色与页面描述不一致的问题 ".repeat(3)}`,
    body: `https://example.com/${"a-very-long-path-without-any-break-".repeat(12)}\n\n${"这段话很长，一直写下去。".repeat(60)}`,
    customer: {
      id: "customer-with-a-very-long-identifier-0123456789-0123456789-0123456789",
      name: "Maximiliana Featherstonehaugh-Wolfeschlegelsteinhausen 有限责任公司采购部",
      tier: "diamond",
      annualSpend: 1_288_000,
      tags: Array.from({ length: 14 }, (_, index) => `客户标签${index + 1}`),
    },
    order: { id: `ORDER-${"9".repeat(60)}`, amount: 123_456_789.5, trackingNo: "Z".repeat(50) },
    tags: Array.from({ length: 12 }, (_, index) => `一个比较长的标签 ${index + 1}`),
    fields: { refundReason: "原因".repeat(80), refundAmount: 123_456_789.5 },
  });
  await act("POST", `/tickets/${id}/assign`, { agent: person });
  await answered(act, id, "收到，我们核实后回复您。");
  return id;
}

/** The tickets that pages are taken of. */
export interface BusyHouse {
  readonly refund: string;
  readonly overlong: string;
}

/** Lets a morning pass on `server`, whose clock stands at its beginning. */
export async function letMorningPass(server: PageServer): Promise<BusyHouse> {
  await startOfDay(server);
  const sessionOf = openSessions(server);
  const lead = await sessionOf(person);
  const overlong = await createOverlong(server, lead);
  for (const [index, sample] of morning.entries()) {
    const { id } = await create(server, sample);
    await server.advance("PT20S");
    // Whoever was busy at first may have been found by now.
    const { assignee }: Created = await server.api("GET", `/tickets/${id}`);
    if (assignee !== null && index % 29 !== 4) {
      const act = await sessionOf(assignee);
      await answered(act, id, answers[index % answers.length] ?? "");
      await fates[index % fates.length]?.(act, id);
    }
    await server.advance("PT70S");
  }
  const refund = await createRefund(server, lead);
  for (const sample of sampleTickets.slice(0, 5)) await create(server, sample);
  await server.advance("PT20S");
  return { refund, overlong };
}
