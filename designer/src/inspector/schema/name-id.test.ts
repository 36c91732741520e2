import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idFromName } from "./name-id.ts";

describe("idFromName", () => {
  it("is readable where the name is", () => {
    expect(idFromName("Approved!", [], "outcome")).toBe("approved");
    expect(idFromName("Ｐ０ urgent", [], "branch")).toBe("p0-urgent");
    expect(idFromName("同意", [], "outcome")).toBe("outcome-1");
    expect(idFromName("驳回", ["outcome-1"], "outcome")).toBe("outcome-2");
    expect(idFromName("approved", ["approved"], "outcome")).toBe("approved-2");
  });

  it("is a port's id that nobody has, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string()), (name, taken) => {
        const id = idFromName(name, [...taken, "else", "timeout"], "outcome");
        expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/);
        expect([...taken, "else", "timeout"]).not.toContain(id);
      }),
    );
  });
});
