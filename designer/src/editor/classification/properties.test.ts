import { parseDocument } from "@sluice/schemas";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fromQuery, toQuery } from "../../conditions/condition-tree.ts";
import { createEditSession } from "../edit-session.ts";
import { change, type HistoryEntry, travel } from "../history.ts";
import { type OutcomePart, setOutcome } from "./outcome-commands.ts";
import { anyDeed, anyRuleset, type Ruleset } from "./random-rules.fixture.ts";
import { setWhen } from "./rule-commands.ts";

it("opens any ruleset and gives every part its own value without changing it", () => {
  fc.assert(
    fc.property(anyRuleset, (document) => {
      const session = createEditSession(document);
      for (const { id, when, then } of document.spec.rules) {
        session.execute(setWhen(id, fromQuery(toQuery(when))));
        for (const [part, value] of Object.entries(then))
          session.execute(setOutcome(id, { part, value } as OutcomePart));
      }
      expect(session.getState().document).toEqual(document);
    }),
  );
});

it("keeps every document well-formed and its ids apart, whatever is done", () => {
  fc.assert(
    fc.property(anyRuleset, fc.array(anyDeed, { maxLength: 25 }), (document, deeds) => {
      const session = createEditSession(document);
      for (const { which, make } of deeds) {
        const now = session.getState().document;
        const { rules } = now.spec;
        const command = make(now, rules[which % Math.max(1, rules.length)]?.id ?? "nobody");
        if (command) session.execute(command);
      }
      const after = session.getState().document;
      expect(parseDocument(after).ok).toBe(true);
      const ids = after.spec.rules.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 60 },
  );
});

it("takes a thousand deeds back to the very document it began with", () => {
  const deeds = fc.array(anyDeed, { minLength: 1_000, maxLength: 1_000 });
  fc.assert(
    fc.property(anyRuleset, deeds, (first, hands) => {
      let document: Ruleset = first;
      const entries: HistoryEntry[] = [];
      for (const { which, make } of hands) {
        const { rules } = document.spec;
        const command = make(document, rules[which % Math.max(1, rules.length)]?.id ?? "nobody");
        if (!command || command.refuse?.(document)) continue;
        const changed = change(document, (draft) => command.apply(draft as never));
        if (!changed) continue;
        document = changed.value;
        entries.push({ label: command.label, forward: changed.forward, backward: changed.backward });
      }
      const undone = travel(document, { entries, position: entries.length }, 0);
      expect(undone.value).toEqual(first);
      expect(travel(undone.value, undone.history, entries.length).value).toEqual(document);
    }),
    { numRuns: 5 },
  );
});
