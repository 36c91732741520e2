import { describe, expect, it } from "vitest";
import { parseValue } from "../../parse.ts";
import { MessageInput, TicketInput } from "../../ticket.ts";
import { leafCategories } from "../categories.ts";
import { starterSettings } from "../settings.ts";
import { sampleTickets } from "./sample-tickets.ts";

const wordsOf = ({ input, messages }: (typeof sampleTickets)[number]) =>
  [input.subject, ...(messages ?? [])].join("\n");

describe("the sample tickets", () => {
  it("are three hundred, six for each category", () => {
    expect(sampleTickets).toHaveLength(300);
    for (const category of leafCategories)
      expect(sampleTickets.filter(({ expect: expected }) => expected?.category === category)).toHaveLength(6);
  });

  it("can be posted as they are", () => {
    for (const { input, messages } of sampleTickets) {
      expect(parseValue(TicketInput, input)).toMatchObject({ ok: true });
      for (const text of messages ?? [])
        expect(parseValue(MessageInput, { author: "customer", text }).ok).toBe(true);
    }
  });

  it("are all different and leave no slot unfilled", () => {
    expect(new Set(sampleTickets.map(wordsOf)).size).toBe(300);
    expect(new Set(sampleTickets.map(({ input }) => input.externalId)).size).toBe(300);
    expect(sampleTickets.filter((sample) => /[{}|]/.test(wordsOf(sample)))).toEqual([]);
  });

  it("write as buyers do: greetings first, several messages, emoji, traditional characters, order numbers", () => {
    const count = (test: (text: string) => boolean) =>
      sampleTickets.filter((sample) => test(wordsOf(sample))).length;
    expect(sampleTickets.filter(({ messages }) => messages !== undefined).length).toBeGreaterThanOrEqual(20);
    expect(count((text) => /^(?:在|亲|你好|您好)/.test(text))).toBeGreaterThanOrEqual(12);
    expect(count((text) => /\p{Extended_Pictographic}/u.test(text))).toBeGreaterThanOrEqual(12);
    expect(count((text) => /[發貨換還時單遞錢錯壞價優質這們給開電話]/.test(text))).toBeGreaterThanOrEqual(20);
    expect(count((text) => /\d{12}/.test(text))).toBeGreaterThanOrEqual(12);
    expect(count((text) => text.length <= 12)).toBeGreaterThanOrEqual(100);
  });

  it("come from channels and shops that the settings know", () => {
    const channels = starterSettings.channels.map(({ key }) => key);
    const shops = starterSettings.shops.map(({ key }) => key);
    expect(sampleTickets.filter(({ input }) => !channels.includes(input.channel))).toEqual([]);
    expect(sampleTickets.filter(({ input }) => input.shop && !shops.includes(input.shop))).toEqual([]);
  });
});
