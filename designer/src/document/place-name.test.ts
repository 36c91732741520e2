import { expect, it } from "vitest";
import { languageInstance } from "../messages/language.ts";
import { defaultPlaceName, placeNameOf } from "./place-name.ts";

const { t } = languageInstance("en");
const document = {
  name: "Default",
  spec: {
    rules: [{ id: "a", name: "Refund", then: { priority: "P2" } }, { id: "b" }],
    hours: { mon: [["09:00", "18:00"]] },
    tiers: [{ id: "std", name: "Standard", targets: { P0: { firstResponse: "PT5M" } } }],
  },
};

it("calls items by their own names, fields by their words, and the rest as it is written", () => {
  const name = (path: string) => defaultPlaceName(document, path, t);
  expect(name("/name")).toBe("Name");
  expect(name("/spec/rules/0/then/priority")).toBe("Rules › Refund › Outcome › Priority");
  expect(name("/spec/rules/1")).toBe("Rules › b");
  expect(name("/spec/hours/mon/0/1")).toBe("Weekly hours › mon › 1 › 2");
  expect(name("/spec/tiers/0/targets/P0/firstResponse")).toBe(
    "Tiers › Standard › Targets › P0 › First response",
  );
  expect(name("")).toBe("");
});

it("goes on where the document does not", () => {
  expect(defaultPlaceName(document, "/spec/rules/7/then", t)).toBe("Rules › 8 › Outcome");
});

it("prefers the kind's own name, and never says nothing", () => {
  const place = placeNameOf((_document: never, path) => (path === "/spec" ? "mine" : ""), t);
  expect(place(document as never, "/spec")).toBe("mine");
  expect(place(document as never, "/name")).toBe("Name");
  expect(place(document as never, "")).toBe("Whole document");
});
