import { builtInFacts } from "@sluice/engine";
import { describe, expect, it } from "vitest";
import { extraNames, templateFaults, templateVariables } from "./template-names.ts";

const variables = templateVariables(builtInFacts, "en", (name) => name);
const known = variables.map(({ name }) => name);
const marked = (text: string) =>
  templateFaults(text, known).unknown.map(({ start, end }) => text.slice(start, end));

describe("templateFaults", () => {
  it("marks exactly the names nobody gives", () => {
    expect(marked("您好 {{ customer.nmae }}，单号 {{ order.id }}")).toEqual(["customer.nmae"]);
    expect(marked("第一行\n第二行 {{ order.trackngNo | upcase }}\n{{ vars.x }}")).toEqual([
      "order.trackngNo",
      "vars.x",
    ]);
    expect(marked("{% for m in ticket.tags %}{{ m }}{{ oops }}{% endfor %}")).toEqual(["oops"]);
  });

  it("finds nothing in plain texts and known names", () => {
    expect(templateFaults("您好", known)).toEqual({ error: null, unknown: [] });
    expect(
      marked('{{ now | date: "%F" }} {{ campaign.announcement }} {{ data.no }} {{ ticket.tags[0] }}'),
    ).toEqual([]);
  });

  it("says why a template cannot be read", () => {
    expect(templateFaults("{{ order.id", known).error).toMatch(/not closed/);
    expect(templateFaults("{% if x %}", known).error).not.toBeNull();
  });

  it("knows every name the engine lets templates use", () => {
    expect(known).toEqual(
      expect.arrayContaining([...builtInFacts.map(({ id }) => id), ...Object.keys(extraNames)]),
    );
  });
});
