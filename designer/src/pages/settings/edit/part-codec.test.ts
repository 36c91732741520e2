import type { TicketField } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import { categoriesCodec, channelsCodec, fieldsCodec, shopsCodec, workspaceCodec } from "./part-codec.ts";

describe("what is wrong with a draft", () => {
  it("is nothing in the starter pack, which comes back as it was", () => {
    const { fields, categories, channels, shops, workspace } = ecommerceStarter.settings;
    for (const [codec, value] of [
      [fieldsCodec, fields],
      [categoriesCodec, categories],
      [channelsCodec, channels],
      [shopsCodec, shops],
    ] as const) {
      const draft = codec.toDraft(value as never);
      expect(codec.faultsOf(draft as never)).toEqual([]);
      expect(codec.fromDraft(draft as never)).toEqual(value);
    }
    expect(workspaceCodec.faultsOf(workspace)).toEqual([]);
  });

  it("is a choice without options, or with one twice or nameless", () => {
    const label = { zh: "z", en: "e" };
    const faults = (field: Partial<TicketField>) =>
      fieldsCodec
        .faultsOf(fieldsCodec.toDraft([{ key: "k", type: "select", label, ...field }]))
        .map(({ place, code }) => [place, code]);
    expect(faults({})).toEqual([["/options", "options"]]);
    expect(faults({ type: "text" })).toEqual([]);
    const options = [
      { value: "a", label },
      { value: "a", label: { zh: "", en: "x" } },
      { value: "", label },
    ];
    expect(faults({ options })).toEqual([
      ["/options/1/value", "duplicate"],
      ["/options/1/label/zh", "required"],
      ["/options/2/value", "required"],
    ]);
  });

  it("is never a default that the api has filled in", () => {
    const label = { zh: "z", en: "e" };
    expect(fieldsCodec.plain([{ key: "k", type: "text", label, required: false }])).toEqual([
      { key: "k", type: "text", label },
    ]);
    const required = [{ key: "k", type: "text" as const, label, required: true }];
    expect(fieldsCodec.plain(required)).toEqual(required);
    expect(categoriesCodec.plain([{ id: "a", label, formFields: [] }])).toEqual([{ id: "a", label }]);
  });

  it("is a category whose own part of the id is no word", () => {
    const draft = categoriesCodec.toDraft([{ id: "a.B c", label: { zh: "z", en: "e" } }]);
    expect(categoriesCodec.faultsOf(draft)).toMatchObject([{ place: "/id", code: "slug" }]);
  });

  it("is a workspace without a name", () => {
    expect(workspaceCodec.faultsOf({ name: " ", timezone: "UTC", closedFinalDays: 1 })).toHaveLength(1);
  });
});
