import { expect, it } from "vitest";
import { choicesFor, chosen, nothingChosen } from "./choices.ts";

it("a choice counts for the text of theirs that was looked at, and is gone with a newer one", () => {
  expect(choicesFor(nothingChosen, '"1"')).toEqual({});
  const made = chosen(chosen(nothingChosen, '"1"', "/name", "mine"), '"1"', "/spec/n", "theirs");
  expect(choicesFor(made, '"1"')).toEqual({ "/name": "mine", "/spec/n": "theirs" });
  expect(choicesFor(made, '"2"')).toEqual({});
  expect(chosen(made, '"2"', "/name", "theirs")).toEqual({ etag: '"2"', choices: { "/name": "theirs" } });
});
