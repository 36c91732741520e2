/** What is tried: a ticket, and what happens to it afterwards. Plain data, so that a story can be run again. */
import type { AnyDocument, Json } from "@sluice/schemas";
import type { TrialEvent, TrialRequest } from "../client/trials.ts";
import { type TicketForm, toTicketInput } from "../ticket-form/ticket-form.ts";

/** A typed ticket, or a stored one as it came in. */
export type TrialSource =
  | { readonly kind: "typed" }
  | { readonly kind: "stored"; readonly ticketId: string | null };

/** How an action answers in the trial. */
export type Pin = { readonly ok: true; readonly output: Json } | { readonly ok: false };

export interface TrialStory {
  readonly source: TrialSource;
  readonly form: TicketForm;
  readonly events: readonly TrialEvent[];
  readonly pins: Readonly<Record<string, Pin>>;
  /** ISO; how long the ticket is followed after the last event. */
  readonly follow: string;
}

/** Spans that time can be moved by. */
export const followChoices = ["PT0S", "PT1H", "P1D", "P3D", "P7D"] as const;

export const firstStory: TrialStory = {
  source: { kind: "typed" },
  form: { channel: "taobao", subject: "", body: "", customerId: "trial-customer" },
  events: [],
  pins: {},
  follow: "PT0S",
};

/** True when there is enough of a ticket to run. */
export const isRunnable = ({ source, form }: TrialStory): boolean =>
  source.kind === "stored" ? source.ticketId !== null : form.subject.trim() !== "" && form.channel !== "";

/** The story with another ticket: what happened to the former one is not kept. */
export const withTicket = (
  story: TrialStory,
  change: Partial<Pick<TrialStory, "source" | "form">>,
): TrialStory => ({
  ...story,
  ...change,
  events: [],
});

/** Adds something that happens at the end of what has been tried. */
export const withEvent = (
  story: TrialStory,
  startedAt: string,
  endedAt: string,
  what: Omit<TrialEvent, "after">,
): TrialStory => {
  const seconds = Math.max(0, Math.ceil((Date.parse(endedAt) - Date.parse(startedAt)) / 1000));
  return { ...story, events: [...story.events, { after: `PT${seconds}S`, ...what }] };
};

const failure = { code: "trial", message: "failed on purpose" };

/** The body of `POST /simulate`. */
export function toTrialRequest(story: TrialStory, documents: readonly AnyDocument[]): TrialRequest {
  const { source, form, events, pins, follow } = story;
  const entries = Object.entries(pins);
  const pinned = Object.fromEntries(entries.flatMap(([node, pin]) => (pin.ok ? [[node, pin.output]] : [])));
  const failing = Object.fromEntries(entries.flatMap(([node, pin]) => (pin.ok ? [] : [[node, failure]])));
  const ticket =
    source.kind === "stored" && source.ticketId !== null
      ? { ticketId: source.ticketId }
      : { ticket: toTicketInput(form) };
  return { ...ticket, documents, events, pinned, failing, follow };
}
