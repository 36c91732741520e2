/** Commands on the reminders of a policy: the yellow and red cards. */
import type { SlaReminder, SluiceDocument } from "@sluice/schemas";
import type { Draft } from "immer";
import type { Command, Refusal } from "../command.ts";

type SlaCommand = Command<"sla">;

const refuseMissing = ({ spec }: SluiceDocument<"sla">, id: string): Refusal | undefined =>
  (spec.reminders ?? []).some((each) => each.id === id)
    ? undefined
    : { reason: { key: "sla.refusals.noReminder" }, path: "/spec/reminders" };

/** Adds a reminder at the end. */
export const addReminder = (reminder: SlaReminder): SlaCommand => ({
  label: { key: "sla.commands.addReminder" },
  refuse: ({ spec }) =>
    (spec.reminders ?? []).some(({ id }) => id === reminder.id)
      ? { reason: { key: "sla.refusals.sameReminder" }, path: "/spec/reminders" }
      : undefined,
  apply(draft) {
    draft.spec.reminders ??= [];
    draft.spec.reminders.push(structuredClone(reminder) as Draft<SlaReminder>);
  },
});

/** Puts a reminder in the place of the one with its id. */
export const setReminder = (reminder: SlaReminder): SlaCommand => ({
  label: { key: "sla.commands.setReminder" },
  mergeKey: `reminder ${reminder.id}`,
  refuse: (document) => refuseMissing(document, reminder.id),
  apply(draft) {
    const reminders = draft.spec.reminders ?? [];
    const place = reminders.findIndex(({ id }) => id === reminder.id);
    reminders[place] = structuredClone(reminder) as Draft<SlaReminder>;
  },
});

/** Takes a reminder away. */
export const removeReminder = (id: string): SlaCommand => ({
  label: { key: "sla.commands.removeReminder" },
  refuse: (document) => refuseMissing(document, id),
  apply(draft) {
    const kept = (draft.spec.reminders ?? []).filter((each) => each.id !== id);
    if (kept.length === 0) delete draft.spec.reminders;
    else draft.spec.reminders = kept;
  },
});

/** Moves a reminder to the place `to` of the list. */
export const moveReminder = (id: string, to: number): SlaCommand => ({
  label: { key: "sla.commands.moveReminder" },
  refuse: (document) => refuseMissing(document, id),
  apply(draft) {
    const reminders = draft.spec.reminders ?? [];
    const from = reminders.findIndex((each) => each.id === id);
    const [reminder] = reminders.splice(from, 1);
    if (reminder) reminders.splice(to, 0, reminder);
  },
});
