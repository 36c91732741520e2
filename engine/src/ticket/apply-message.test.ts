import type { Author, TicketStatus } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { applyMessage, applyText, type IncomingMessage, isHumanReply, ticketText } from "./apply-message.ts";
import { monday, newState, ticketWith } from "./ticket.fixture.ts";

const later = monday + 60_000;
const from = (author: Author, text = "x", isPublic = true): IncomingMessage => ({
  author,
  public: isPublic,
  text,
});

describe("applyMessage", () => {
  it.each<[TicketStatus, TicketStatus, number]>([
    ["new", "new", 0],
    ["open", "open", 0],
    ["on_hold", "on_hold", 0],
    ["pending_customer", "open", 0],
    ["resolved", "open", 1],
    ["closed", "open", 1],
  ])("of a customer on a %s ticket makes it %s", (before, after, reopened) => {
    const ticket = applyMessage(
      ticketWith({ status: before, unansweredSince: null }),
      from("customer"),
      later,
    );
    expect(ticket).toMatchObject({
      status: after,
      reopenCount: reopened,
      unansweredSince: later,
      messageCount: 1,
      firstReplyAt: null,
    });
  });

  it("of a customer who waits already does not begin the wait anew", () => {
    expect(applyMessage(ticketWith({}), from("customer"), later).unansweredSince).toBe(monday);
  });

  it("of an agent in public is the human reply: it answers, and opens a new ticket", () => {
    const ticket = applyMessage(ticketWith({}), from("agent"), later);
    expect(ticket).toMatchObject({
      status: "open",
      firstHumanReplyAt: later,
      firstReplyAt: later,
      lastHumanReplyAt: later,
      lastAgentUpdateAt: later,
      unansweredSince: null,
    });
    const again = applyMessage(ticket, from("agent"), later + 5);
    expect(again).toMatchObject({ firstHumanReplyAt: later, lastHumanReplyAt: later + 5, messageCount: 2 });
  });

  it("of an agent who replies while the customer is asked leaves the status", () => {
    const ticket = applyMessage(ticketWith({ status: "pending_customer" }), from("agent"), later);
    expect(ticket.status).toBe("pending_customer");
  });

  it("of an agent to colleagues is an update and no reply", () => {
    const ticket = applyMessage(ticketWith({}), from("agent", "x", false), later);
    expect(ticket).toMatchObject({
      status: "new",
      lastAgentUpdateAt: later,
      firstReplyAt: null,
      firstHumanReplyAt: null,
      unansweredSince: monday,
    });
  });

  it("of a bot is a first reply, but nobody has answered", () => {
    const ticket = applyMessage(ticketWith({}), from("bot"), later);
    expect(ticket).toMatchObject({ firstReplyAt: later, firstHumanReplyAt: null, unansweredSince: monday });
    expect(applyMessage(ticketWith({}), from("bot", "x", false), later).firstReplyAt).toBe(null);
  });

  it("of the system is counted and no more", () => {
    const ticket = ticketWith({});
    expect(applyMessage(ticket, from("system"), later)).toEqual({ ...ticket, messageCount: 1 });
  });

  it.each<[Author, boolean, boolean]>([
    ["agent", true, true],
    ["agent", false, false],
    ["bot", true, false],
    ["customer", true, false],
    ["system", true, false],
  ])("of %s (public: %s) is a human reply: %s", (author, isPublic, expected) => {
    expect(isHumanReply(from(author, "x", isPublic))).toBe(expected);
  });
});

describe("ticket.text", () => {
  const told = (messages: readonly IncomingMessage[], body = "订单 1") => {
    let { ticket, text } = newState({ subject: "在吗", body });
    messages.forEach((message, index) => {
      text = applyText(text, ticket, message);
      ticket = applyMessage(ticket, message, later + index);
    });
    return ticketText(ticket, text);
  };

  it("is subject and body, without lines for what is empty", () => {
    expect(told([])).toBe("在吗\n订单 1");
    expect(told([], "")).toBe("在吗");
  });

  it("gathers the customer's messages until a human replies; bots and notes are not the customer's", () => {
    const note = from("agent", "内部备注", false);
    expect(told([from("customer", "没发货"), from("bot", "您好"), note, from("customer", "急")])).toBe(
      "在吗\n订单 1\n没发货\n急",
    );
  });

  it("is then the last customer message", () => {
    const first = [from("customer", "没发货"), from("agent", "查一下")];
    expect(told(first)).toBe("没发货");
    expect(told([...first, from("customer", "退款"), from("customer", "快点")])).toBe("快点");
  });

  it("stays what it was when the customer has written nothing but the ticket", () => {
    expect(told([from("agent", "您好")])).toBe("在吗\n订单 1");
  });

  it("keeps at most fifty messages, and still the last one", () => {
    const many = Array.from({ length: 60 }, (_, index) => from("customer", `m${index}`));
    expect(told(many).split("\n")).toHaveLength(52);
    expect(told([...many, from("agent")])).toBe("m59");
  });
});
