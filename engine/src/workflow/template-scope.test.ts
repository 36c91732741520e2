import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { compileTemplate } from "../templates/template.ts";
import { toTemplateScope } from "./template-scope.ts";

const at = { now: 0, timezone: "UTC" };
const render = (text: string, facts: Record<string, unknown>) =>
  compileTemplate(text).render(toTemplateScope(facts, {}), at);

describe("toTemplateScope", () => {
  afterEach(() => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("nests facts by their dots and leaves out what is not there", () => {
    const facts = { "order.id": "o1", "order.amount": 9, "ticket.stage": undefined };
    expect(JSON.parse(JSON.stringify(toTemplateScope(facts, { data: [1] })))).toEqual({
      order: { id: "o1", amount: 9 },
      data: [1],
    });
  });

  it("shows a field of a name with dots below an object field, in either order", () => {
    const facts = { "ticket.fields.a": { b: 1 }, "ticket.fields.a.c": 2 };
    expect(render("{{ ticket.fields.a.b }}{{ ticket.fields.a.c }}", facts)).toBe("12");
  });

  it("never writes into a fact's own value", () => {
    const field = Object.freeze({ b: 1 });
    const scope = toTemplateScope({ "ticket.fields.a": field, "ticket.fields.a.c": 2 }, {});
    expect(field).toEqual({ b: 1 });
    expect(JSON.stringify(scope)).toBe('{"ticket":{"fields":{"a":{"b":1,"c":2}}}}');
  });

  it("takes hostile names for names", () => {
    toTemplateScope({ "ticket.fields.__proto__.polluted": "yes", "__proto__.polluted": "yes" }, {});
    expect(render("{{ ticket.fields.constructor.name }}", { "ticket.fields.x": 1 })).toBe("");
  });

  it("finds every fact whose name is no prefix of another's", () => {
    const step = fc.constantFrom("a", "b", "__proto__", "constructor", "toString");
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 2, maxLength: 2 }), { maxLength: 8 }), (names) => {
        const facts = Object.fromEntries(names.map((name, index) => [name.join("."), index]));
        const scope = toTemplateScope(facts, {}) as Record<string, Record<string, number>>;
        for (const [outer, inner] of names)
          expect(scope[outer as string]?.[inner as string]).toBe(facts[`${outer}.${inner}`]);
      }),
    );
  });
});
