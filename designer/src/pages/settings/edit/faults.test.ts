import { describe, expect, it } from "vitest";
import { keyFaults, labelFaults, placeProblems } from "./faults.ts";
import { toRows } from "./rows.ts";

const rows = toRows([{ key: "a" }, { key: "" }, { key: "A b" }, { key: "a" }]);
const uid = (at: number) => rows[at]?.uid;

describe("faults", () => {
  it("are found in keys: missing, ill-formed, taken", () => {
    expect(keyFaults(rows, ({ key }) => key, "/key", "key")).toEqual([
      { uid: uid(1), place: "/key", code: "required" },
      { uid: uid(2), place: "/key", code: "key" },
      { uid: uid(3), place: "/key", code: "duplicate" },
    ]);
  });

  it("are found in labels of blanks", () => {
    expect(labelFaults("u", { label: { zh: " ", en: "x" } }, "/options/0")).toEqual([
      { uid: "u", place: "/options/0/label/zh", code: "required" },
    ]);
  });

  it("of the api stand at the row that was sent", () => {
    const problem = (path: string) => ({ path, code: "schema.type", message: `at ${path}` });
    const { placed, rest } = placeProblems([problem("/2/label/zh"), problem("/3"), problem("/9/x")], rows);
    expect(placed).toEqual([
      { uid: uid(2), place: "/label/zh", text: "at /2/label/zh" },
      { uid: uid(3), place: "/key", text: "at /3" },
    ]);
    expect(rest.map(({ path }) => path)).toEqual(["/9/x"]);
    expect(placeProblems([problem("/timezone")], null).placed).toMatchObject([
      { uid: "", place: "/timezone" },
    ]);
  });
});
