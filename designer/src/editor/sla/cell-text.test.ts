import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageInstance } from "../../messages/language.ts";
import { blockText, editText, readBlock, readCellText, readPaste } from "./cell-text.ts";

const { t } = languageInstance("zh-CN");

describe("what is typed into a cell", () => {
  it.each([
    ["30分", { type: "target", text: "PT30M" }],
    ["2小时", { type: "target", text: "PT2H" }],
    ["3个工作日", { type: "target", text: "P3D" }],
    ["PT30M", { type: "target", text: "PT30M" }],
    ["×0.5", { type: "factor", factor: 0.5 }],
    ["x 2", { type: "factor", factor: 2 }],
    ["50%", { type: "factor", factor: 0.5 }],
    ["", { type: "empty" }],
    ["–", { type: "empty" }],
  ])("%s is understood", (text, value) =>
    expect(readCellText(text, "resolution")).toEqual({ ok: true, value }),
  );

  it("is refused with the reason", () => {
    expect(readCellText("30", "resolution")).toMatchObject({ ok: false, fault: { fault: "unit" } });
  });

  it("is a fact's id for the platform's deadline", () => {
    expect(readCellText("ticket.fields.due", "platformDue")).toEqual({
      ok: true,
      value: { type: "target", text: "ticket.fields.due" },
    });
  });

  it("is read back from the text that editing begins with", () => {
    for (const own of ["PT30S", "PT1M30S", "PT24H", "P3D", "PT1H30M"])
      expect(readCellText(editText({ own, factor: undefined }, "resolution", t), "resolution")).toEqual({
        ok: true,
        value: { type: "target", text: own },
      });
    expect(editText({ own: undefined, factor: 0.5 }, "resolution", t)).toBe("×0.5");
  });
});

describe("a block of cells", () => {
  const text = fc.stringMatching(/^[a-z0-9 ]{0,5}$/);
  it("survives being copied and pasted", () => {
    const size = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
    const block = size.chain(([rows, cols]) =>
      fc.array(fc.array(text, { minLength: cols, maxLength: cols }), { minLength: rows, maxLength: rows }),
    );
    fc.assert(
      fc.property(block, (cells) => {
        // A last line without text is the end of the line before it.
        fc.pre(cells.length === 1 || blockText(cells.slice(-1)) !== "");
        expect(readBlock(blockText(cells))).toEqual(cells);
      }),
    );
  });

  const at = (column: "P0" | "P1", metric: "firstResponse" | "resolution") =>
    ({ tier: "a", column, metric }) as const;

  it("is laid over the cells it reaches; the rest is left out", () => {
    const addresses = [[at("P0", "firstResponse"), at("P0", "resolution")]];
    const { changes } = readPaste(readBlock("5分\t4小时\t9小时\r\n1分\t2分"), addresses);
    expect(changes.map(({ value }) => value)).toEqual([
      { type: "target", text: "PT5M" },
      { type: "target", text: "PT4H" },
    ]);
  });

  it("of one text fills a selection", () => {
    const addresses = [[at("P0", "firstResponse")], [at("P1", "firstResponse")]];
    expect(readPaste([["5分"]], addresses).changes).toHaveLength(2);
  });

  it("with one bad text changes nothing", () => {
    const addresses = [[at("P0", "firstResponse"), at("P0", "resolution")]];
    expect(readPaste([["5分", "soon"]], addresses)).toEqual({ changes: [], fault: { text: "soon" } });
  });
});
