/** Forms of every node kind, drawn as the server-side renderer draws: what happens on opening, in both languages. */
import { catalog, nodeKinds } from "@sluice/engine";
import { type ActionDefinition, type Json, labelled } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App } from "antd";
import type { i18n } from "i18next";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import { emptyVocabulary } from "../conditions/vocabulary.ts";
import { languageInstance } from "../messages/language.ts";
import { SchemaForm, type SchemaFormProps } from "./SchemaForm.tsx";
import type { PlainSchema } from "./schema/plain-schema.ts";

const actions: ActionDefinition[] = [
  {
    id: "http.request",
    version: "1",
    label: { zh: "HTTP 请求", en: "HTTP request" },
    input: {
      type: "object",
      required: ["url", "timeoutMs"],
      properties: {
        method: { enum: ["GET", "POST"], default: "GET", ...labelled("方法", "Method") },
        url: { type: "string", ...labelled("地址", "URL") },
        timeoutMs: { type: "integer", default: 10_000, ...labelled("超时", "Time limit") },
        headers: { type: "object", patternProperties: { "^.*$": { type: "string" } } },
      },
      additionalProperties: false,
    },
    output: {},
  },
];
const everything = catalog({ settings: ecommerceStarter.settings, actions });
const vocabulary = { ...emptyVocabulary, catalog: everything, fields: ecommerceStarter.settings.fields };
const languages = { "zh-CN": languageInstance("zh-CN"), en: languageInstance("en") };

function draw(language: i18n, children: ReactNode): string {
  return renderToString(
    <I18nextProvider i18n={language}>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <App>{children}</App>
        </MemoryRouter>
      </QueryClientProvider>
    </I18nextProvider>,
  );
}

/** Draws a form; gives the page and what the form wanted to change. */
function open(
  props: Partial<SchemaFormProps> & Pick<SchemaFormProps, "schema" | "value">,
  language = "zh-CN",
) {
  const changes: Json[] = [];
  const html = draw(
    languages[language as keyof typeof languages],
    <SchemaForm vocabulary={vocabulary} onChange={(next) => changes.push(next)} {...props} />,
  );
  return { html, changes };
}

const starterConfigs = ecommerceStarter.documents.flatMap((document) =>
  document.kind === "workflow"
    ? document.spec.nodes.map((node) => [`${document.key}/${node.id}`, node.type, node.config ?? {}] as const)
    : [],
);

/** The config of a node kind as plain JSON. */
const configOf = (kind: string): PlainSchema =>
  (everything.nodeKinds.find((one) => one.kind === kind)?.config ?? {}) as PlainSchema;

describe.each(everything.nodeKinds.map(({ kind }) => [kind, configOf(kind)] as const))(
  "the form of %s",
  (kind, config) => {
    const example = nodeKinds.get(kind)?.example as unknown as Json;

    it.each([
      ["its example", example],
      ["an empty config", {}],
    ])("opens on %s without changing it", (_, value) => {
      const before = JSON.stringify(value);
      expect(open({ schema: config, value }).changes).toEqual([]);
      expect(JSON.stringify(value)).toBe(before);
    });

    it("says its fields in both languages", () => {
      const labels = Object.values(config.properties ?? {}) as {
        "x-label": { zh: string; en: string };
        "x-common"?: true;
      }[];
      const required = new Set((config.required as string[] | undefined) ?? []);
      for (const [index, label] of labels.entries()) {
        const name = Object.keys(config.properties ?? {})[index] ?? "";
        if (!required.has(name) || label["x-label"].zh === "版本") continue;
        expect(open({ schema: config, value: example }).html).toContain(label["x-label"].zh);
        expect(open({ schema: config, value: example }, "en").html).toContain(label["x-label"].en);
      }
    });

    it("can be read without being changed", () => {
      const { html, changes } = open({ schema: config, value: example, readOnly: true });
      expect(changes).toEqual([]);
      const inputs = html.match(/<(?:input|textarea)[^>]*>/g) ?? [];
      expect(inputs.filter((input) => !/ disabled| readonly|type="hidden"/i.test(input))).toEqual([]);
    });
  },
);

it.each(starterConfigs)("opens on %s (%s) as it is", (_, type, value) => {
  expect(open({ schema: configOf(type), value: value as Json }).changes).toEqual([]);
});

describe("an action's input", () => {
  const config = configOf("action");

  it("is the action's own form", () => {
    const { html } = open({ schema: config, value: nodeKinds.get("action")?.example as unknown as Json });
    expect(html).toContain("地址");
    expect(html).toContain("https://example.com/");
  });

  it("can still be mended when the action is not installed", () => {
    const { html, changes } = open({
      schema: config,
      value: { action: "erp.gone", version: "1", input: { orderNo: "A1" } },
    });
    expect(changes).toEqual([]);
    expect(html).toContain("orderNo");
  });
});

describe("remarks", () => {
  const config = configOf("wait");

  it("stand beside their field, those without one at the end", () => {
    const findings = [
      { path: "/for", message: { zh: "太长", en: "Too long" }, severity: "warning" as const },
      { path: "/nobody", message: { zh: "没有这一项", en: "Unknown" }, severity: "error" as const },
    ];
    const { html } = open({ schema: config, value: { for: "PT2H" }, findings });
    expect(html.indexOf("太长")).toBeGreaterThan(html.indexOf("等多久"));
    expect(html.indexOf("太长")).toBeLessThan(html.indexOf("按工作日历"));
    expect(html).toContain("没有这一项");
    expect(open({ schema: config, value: { for: "PT2H" }, findings }, "en").html).toContain("Too long");
  });

  it("come from the schema where nobody gives any", () => {
    expect(open({ schema: config, value: { for: "two hours" } }).html).toMatch(/data-severity="error"/);
    expect(open({ schema: config, value: { for: "PT2H" } }).html).not.toMatch(/data-severity/);
  });
});
