import { describe, expect, it } from "vitest";
import { categoryTree } from "./category-tree.ts";

const category = (id: string) => ({ id, label: { zh: `中${id}`, en: id } });

describe("categoryTree", () => {
  it("nests by the dotted path, and keeps what has no parent", () => {
    const tree = categoryTree(["a", "a.b", "c.d", "a.b.e", "f"].map(category), "en");
    expect(tree.map(({ value }) => value)).toEqual(["a", "c.d", "f"]);
    expect(tree[0]?.children[0]).toMatchObject({ value: "a.b", label: "a / a.b", title: "a.b" });
    expect(tree[0]?.children[0]?.children[0]?.label).toBe("a / a.b / a.b.e");
  });
});
