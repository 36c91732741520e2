import { describe, expect, it } from "vitest";
import { houseOf, Story, toWorkflow } from "../../../step/story.fixture.ts";

function replied(text: string, config: object = {}) {
  const start = ["trigger", { on: "ticket.created" }] as const;
  const told = new Story(
    houseOf([toWorkflow("w", { start, say: ["reply", { text, ...config }] }, ["start>say"])]),
  );
  const { effects } = told.create();
  return {
    ticket: told.ticket,
    messages: effects.flatMap((effect) => (effect.type === "message" ? [effect.message] : [])),
  };
}

describe("reply", () => {
  it("is a bot's message, and no human reply", () => {
    const { ticket, messages } = replied("您好 {{ ticket.subject }}");
    expect(messages).toMatchObject([{ author: "bot", authorId: "w", public: true, text: "您好 hello" }]);
    expect(ticket).toMatchObject({ firstHumanReplyAt: null, messageCount: 1 });
    expect(ticket.firstReplyAt).not.toBeNull();
  });

  it("may be a note that the customer does not see", () => {
    const { ticket, messages } = replied("内部", { public: false });
    expect(messages).toMatchObject([{ public: false }]);
    expect(ticket.firstReplyAt).toBeNull();
  });

  it("is not sent when its template comes to nothing", () => {
    const { ticket, messages } = replied("{% if customer.tier == 'vip' %}尊敬的会员{% endif %} \n");
    expect(messages).toEqual([]);
    expect(ticket).toMatchObject({ firstReplyAt: null, messageCount: 0 });
  });
});
