import type { Json } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { EngineError } from "../errors.ts";
import { compileValue, renderValue } from "./render-value.ts";
import { newBurstBudget, newRunBudget } from "./rendering-limits.ts";
import { compileTemplate } from "./template.ts";
import { checkTemplate, templateNames } from "./template-names.ts";

/** 2026-11-11 00:30 in Shanghai. */
const now = Date.UTC(2026, 10, 10, 16, 30);
const scope = {
  ticket: { subject: "退货", createdAt: now - 3_600_000, tags: ["退换货", "加急"] },
  order: { trackingNo: "SF100", amount: 88.5 },
};
const render = (text: string, at: Parameters<ReturnType<typeof compileTemplate>["render"]>[1] = now) =>
  compileTemplate(text).render(scope, at);
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof EngineError ? error.code : error;
  }
  return "nothing thrown";
};

describe("compileTemplate", () => {
  it("shows facts by their dots and nothing for absent ones", () => {
    expect(render("您好，{{ order.trackingNo }}（{{ ticket.subject }}）{{ nobody.home }}")).toBe(
      "您好，SF100（退货）",
    );
    expect(render("no liquid")).toBe("no liquid");
  });

  it("takes now and today from the step, in the step's zone", () => {
    expect(render('{{ "now" | date: "%F %R" }}')).toBe("2026-11-11 00:30");
    expect(render('{{ now | date: "%F %R %:z" }}', { now, timezone: "America/New_York" })).toBe(
      "2026-11-10 11:30 -05:00",
    );
    expect(render('{{ "today" | date_to_xmlschema }}')).toBe("2026-11-11T00:30:00+08:00");
    expect(render("{{ now }}")).toBe(String(now));
  });

  it("reads instants as milliseconds, Liquid's numbers as seconds, and texts", () => {
    expect(render('{{ ticket.createdAt | date: "%Y年%-m月%-d日 %H:%M" }}')).toBe("2026年11月10日 23:30");
    expect(render('{{ 0 | date: "%F" }}')).toBe("1970-01-01");
    expect(render('{{ "2026-01-02T00:00:00Z" | date: "%F %H" }}')).toBe("2026-01-02 08");
    expect(render('{{ "2026-01-02" | date: "%a %j %U %W %e%q" }}')).toBe("Fri 002 00 00  2nd");
    expect(render('{{ "2026-01-02 09:05" | date: "%l:%M %p", "UTC" }}')).toBe(" 1:05 AM");
    expect(render('{{ "no date" | date: "%F" }}{{ "now" | date: "%F", "No/Where" }}')).toBe("no datenow");
  });

  it.each([
    "{{ ticket.tags | sample }}",
    '{% include "x" %}',
    '{% render "x" %}',
    '{% layout "x" %}',
    "{{ a | nope }}",
    "{% if %}",
    "{{ a",
  ])("refuses %s", (text) => {
    expect(codeOf(() => compileTemplate(text))).toBe("template.invalid");
  });

  it("gives no access to prototypes", () => {
    expect(render("{{ ticket.constructor.name }}{{ ticket.__proto__ }}{{ ticket.tags.constructor }}")).toBe(
      "",
    );
    expect(render("{{ ticket['toString'] }}{{ constructor }}")).toBe("");
  });

  it.each([
    "{% for a in (1..1000) %}{% for b in (1..1000) %}{% for c in (1..1000) %}{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in (1..100000000) %}x{% endfor %}",
    '{% assign s = "x" %}{% for a in (1..60) %}{% assign s = s | append: s %}{% endfor %}',
    '{% assign s = "x" %}{% for a in (1..60) %}{% capture s %}{{ s }}{{ s }}{% endcapture %}{% endfor %}{{ s }}',
    "{% for a in (1..15000) %}1234567890123456789012345678901234567890123456789012345678901234567890{% endfor %}",
    "{{ (1..900000) | where_exp: 'i', 'i > 3' | size }}",
    "{{ (1..900000) | group_by_exp: 'i', 'i' | size }}",
  ])("ends %s", (text) => {
    expect(codeOf(() => render(text))).toBe("template.failed");
  });

  it("ends renderings that are cheap one by one and share a budget", () => {
    const budget = newRunBudget(newBurstBudget());
    const costly = compileTemplate("{% for a in (1..6000) %}{{ a }}{% endfor %}");
    const long = compileTemplate("{{ text }} {{ text }}");
    const at = { now, budget };
    const rendered = (template: typeof costly) => {
      for (let count = 0; count < 1_000; count += 1)
        if (codeOf(() => template.render({ text: "x".repeat(400_000) }, at)) === "template.failed")
          return count;
      return 1_000;
    };
    expect(rendered(costly)).toBeGreaterThan(4);
    expect(rendered(costly)).toBe(0);
    expect(codeOf(() => costly.render({}, now))).toBe("nothing thrown");
    budget.steps = 1_000;
    // 10,000,000 characters hold twelve results of 800,001.
    expect(rendered(long)).toBe(12);
  });

  it("ends a value that is put into itself again and again", () => {
    const twice = compileValue(["{{ vars.v }}", "{{ vars.v }}"]);
    const within = compileValue(["{{ vars.v }}"]);
    const turnsOf = (value: typeof twice) => {
      let v: Json = "x".repeat(1_000);
      for (let turns = 0; turns < 1_000; turns += 1) {
        const before = v;
        if (
          codeOf(() => {
            v = value.render({ vars: { v: before } }, now);
          }) === "template.failed"
        )
          return turns;
      }
      return 1_000;
    };
    expect(turnsOf(twice)).toBeLessThan(15);
    expect(turnsOf(within)).toBeLessThan(100);
  });

  it("refuses nesting that would exhaust the stack", () => {
    const nested = `${"{% if true %}".repeat(6_000)}x${"{% endif %}".repeat(6_000)}`;
    expect(codeOf(() => render(nested))).toMatch(/^template\./);
  });

  it("leaves its scope alone", () => {
    const own = { count: 1 };
    compileTemplate("{% increment count %}{% assign other = 2 %}").render(own, now);
    expect(own).toEqual({ count: 1 });
  });
});

describe("renderValue", () => {
  it("keeps the type of a lone output and renders the rest as text", () => {
    const value = {
      list: "{{ ticket.tags }}",
      amount: " {{ order.amount | plus: 1 }} ",
      text: "¥{{ order.amount }}",
      gone: "{{ order.gone }}",
      nested: [{ plain: true, two: "{{ order.amount }}{{ order.amount }}" }, 3, null],
      infinite: "{{ 1 | divided_by: 0.0 }}",
    };
    expect(renderValue(value, scope, now)).toEqual({
      list: ["退换货", "加急"],
      amount: 89.5,
      text: "¥88.5",
      gone: null,
      nested: [{ plain: true, two: "88.588.5" }, 3, null],
      infinite: null,
    });
  });

  it.each([
    ["{{ nil }}", null],
    ["{{ empty }}", ""],
    ["{{ blank }}", ""],
    ["{{ order.nothing | default: empty }}", ""],
    ["{{ ticket.tags | push: empty | push: nil }}", ["退换货", "加急", "", null]],
    ["{{ ticket.tags | map: 'x' }}", [null, null]],
  ])("gives plain JSON for %s", (template, expected) => {
    expect(renderValue(template, scope, now)).toStrictEqual(expected);
  });

  it("keeps keys that would reach the prototype as own keys", () => {
    const hostile = JSON.parse('{"__proto__":{"x":"{{ order.amount }}"}}');
    const rendered = renderValue(hostile, scope, now);
    expect(Object.keys(rendered as object)).toEqual(["__proto__"]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe("template names", () => {
  it("lists outside names with their places, without loop variables", () => {
    const text =
      "{{ order.id }}\n{% for tag in ticket.tags %}{{ tag }}{{ forloop.index }}{{ vars[tag].x }}{% endfor %}";
    expect(templateNames(text).map(({ name, line }) => `${line} ${name}`)).toEqual([
      "1 order.id",
      "2 ticket.tags",
      "2 vars",
    ]);
  });

  it("reports names that nobody gives, and what does not parse", () => {
    const known = ["order.id", "ticket.tags", "vars.track"];
    expect(checkTemplate("{{ order.id }}{{ order }}{{ vars.track.status }}{{ now }}", known)).toEqual([]);
    const [unknown] = checkTemplate("{{ order.nope }}", known, "/spec/nodes/0/config/text");
    expect(unknown?.path).toBe("/spec/nodes/0/config/text");
    expect(unknown?.code).toBe("workflow.template");
    expect(unknown?.message.en).toContain("order.nope (line 1, column 4)");
    expect(checkTemplate("{% if %}", known)).toHaveLength(1);
  });
});
