import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fittingVariables, insertName, openNameAt } from "./completion.ts";

/** A text with the caret at `^`. */
const at = (marked: string) => ({ text: marked.replace("^", ""), caret: marked.indexOf("^") });
const marked = ({ text, caret }: { text: string; caret: number }) =>
  `${text.slice(0, caret)}^${text.slice(caret)}`;

describe("the name being typed", () => {
  it.each([
    ["{{^", ""],
    ["您好 {{ cust^", "cust"],
    ["{{ order.tra^ckingNo }}", "order.tra"],
    ["{{a}} {{ 订单^", "订单"],
    ["{{- x^", "x"],
  ])("is found in %s", (text, query) => {
    const { text: whole, caret } = at(text);
    expect(openNameAt(whole, caret)?.query).toBe(query);
  });

  it.each(["^{{", "{^", "{{ a }}^", "{{ a | ^", "{{ a b^", "no^", "{% if a^"])("is none in %s", (text) => {
    const { text: whole, caret } = at(text);
    expect(openNameAt(whole, caret)).toBeNull();
  });
});

describe("inserting", () => {
  it.each([
    ["您好 {{ cu^", "您好 {{ customer.name }}^"],
    ["您好^！", "您好{{ customer.name }}^！"],
    ["{{ cu^ }} 好", "{{ customer.name }}^ 好"],
    ["{{ cu^st.x }}", "{{ customer.name }}^"],
    ["{{ cu^ | upcase }}", "{{ customer.name^ | upcase }}"],
    ["{{^", "{{ customer.name }}^"],
  ])("turns %s into %s", (before, after) => {
    const { text, caret } = at(before);
    expect(marked(insertName(text, caret, "customer.name"))).toBe(after);
  });

  it("keeps everything that is not the name, whatever the text", () => {
    const piece = fc.constantFrom("{{", "}}", " ", "a", "b.c", "|", "文");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(20), (pieces, place) => {
        const text = pieces.join("");
        const caret = Math.min(place, text.length);
        const made = insertName(text, caret, "x.y");
        const start = openNameAt(text, caret)?.start ?? caret;
        expect(made.text.startsWith(text.slice(0, start))).toBe(true);
        expect(made.text.slice(start, made.caret)).toContain("x.y");
        expect(text.endsWith(made.text.slice(made.caret))).toBe(true);
      }),
    );
  });
});

describe("what fits", () => {
  const variables = [
    { name: "ticket.subject", label: "标题", type: "string" },
    { name: "order.id", label: "订单号", type: "string" },
    { name: "customer.orderCount", label: "订单数", type: "number" },
    { name: "order.amount", label: "订单金额", type: "number" },
  ] as const;
  const names = (query: string) => fittingVariables(variables, query).map(({ name }) => name);

  it("puts names from their start before labels, steps and the rest", () => {
    expect(names("order")).toEqual(["order.id", "order.amount", "customer.orderCount"]);
    expect(names("订单金")).toEqual(["order.amount"]);
    expect(names("SUBJ")).toEqual(["ticket.subject"]);
    expect(names("")).toHaveLength(4);
    expect(names("none")).toEqual([]);
  });
});
