import { describe, expect, it } from "vitest";
import { parseTaskFields } from "../../tasks/task-fields.ts";
import { changeField, fieldName, newField, optionTexts, type TaskFormField, toOptions } from "./task-form.ts";

const comment: TaskFormField = { key: "comment", type: "text", label: { zh: "意见", en: "Comment" } };

describe("fields of a task", () => {
  it("are renamed in the language in force; the other follows while it says the same", () => {
    expect(changeField(comment, { name: "理由" }, "zh-CN").label).toEqual({ zh: "理由", en: "Comment" });
    const fresh = newField(["field-1"], "字段2");
    expect(fresh.key).toBe("field-2");
    expect(changeField(fresh, { name: "Photos" }, "en").label).toEqual({ zh: "Photos", en: "Photos" });
    expect(fieldName({ key: "k", label: "旧式" }, "en")).toBe("旧式");
    expect(fieldName({ key: "k" }, "en")).toBe("k");
  });

  it("lose their options with the type that had them, and nothing else", () => {
    const choice: TaskFormField = { ...comment, type: "select", options: ["a"], note: "ours" };
    expect(changeField(choice, { type: "number" }, "en")).toEqual({
      ...comment,
      type: "number",
      note: "ours",
    });
    expect(changeField(choice, { type: "multiselect" }, "en").options).toEqual(["a"]);
  });

  it("write that they are required only when they are", () => {
    const required = changeField(comment, { required: true }, "en");
    expect(required.required).toBe(true);
    expect(changeField(required, { required: false }, "en")).toEqual(comment);
    expect(changeField(required, { name: "x" }, "en").required).toBe(true);
  });

  it("keep the values of options that stay", () => {
    const choice: TaskFormField = {
      key: "c",
      options: [{ value: "ok", label: { zh: "完好", en: "Intact" } }],
    };
    expect(toOptions(["完好", "破损"], choice, "zh-CN")).toEqual([
      { value: "ok", label: { zh: "完好", en: "Intact" } },
      { value: "破损", label: { zh: "破损", en: "破损" } },
    ]);
    expect(optionTexts({ key: "c", options: ["a", { value: "b" }] }, "en")).toEqual(["a", "b"]);
  });

  it("are what the agent's form reads", () => {
    const made = changeField(newField([], "商品状态"), { type: "select", required: true }, "zh-CN");
    const read = parseTaskFields([{ ...made, options: toOptions(["完好"], made, "zh-CN") }] as never);
    expect(read).toEqual([
      {
        key: "field-1",
        type: "select",
        label: { zh: "商品状态", en: "商品状态" },
        required: true,
        options: [{ value: "完好", label: { zh: "完好", en: "完好" } }],
      },
    ]);
  });
});
