import { describe, expect, it } from "vitest";
import { previewTemplate, previewText } from "./preview.ts";

const sample = {
  facts: { "customer.name": "李女士", "order.amount": 199, "ticket.tags": ["退款", "VIP"] },
  now: Date.parse("2026-03-02T10:00:00+08:00"),
  timezone: "Asia/Shanghai",
};
const shown = (text: string) => {
  const preview = previewTemplate(text, sample);
  return preview.ok ? previewText(preview.value) : `! ${preview.message}`;
};

describe("previewTemplate", () => {
  it("shows what the customer would read", () => {
    expect(shown("{{ customer.name }}，现在 {{ now | date: '%H:%M' }}")).toBe("李女士，现在 10:00");
    expect(shown("没有 {{ customer.tier }} 的话")).toBe("没有  的话");
  });

  it("keeps the type of a lone name", () => {
    expect(previewTemplate("{{ order.amount }}", sample)).toEqual({ ok: true, value: 199 });
    expect(shown("{{ ticket.tags }}")).toBe('["退款","VIP"]');
  });

  it("says what is wrong instead of failing", () => {
    expect(shown("{{ order.amount")).toMatch(/^! .*not closed/);
  });
});
