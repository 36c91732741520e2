/** The fields of the try-it box, and the ticket that they make. */
import type { Json, Priority, TicketInput } from "@sluice/schemas";
import type { TimelineItem } from "../../../client/types.ts";
import type { TriedTicket } from "./try-message.ts";

/** A stored ticket that the fields were filled from. */
export interface TriedOrigin {
  readonly id: string;
  readonly number: number;
}

export interface TriedForm {
  readonly input: TicketInput;
  readonly known: TriedTicket["known"];
  readonly facts: TriedTicket["facts"];
  /** When it comes in, epoch ms; `null` = now. */
  readonly at: number | null;
  readonly origin: TriedOrigin | null;
}

export const emptyForm: TriedForm = {
  input: { channel: "taobao", subject: "", body: "", customer: { id: "tried" } },
  known: {},
  facts: {},
  at: null,
  origin: null,
};

/** There is something to try: words, or anything else that was filled in. */
export const isFilled = ({ input, origin, facts }: TriedForm): boolean =>
  input.subject.trim() !== "" ||
  (input.body ?? "").trim() !== "" ||
  origin !== null ||
  input.order !== undefined ||
  Object.keys(input.customer).length > 1 ||
  Object.keys(input.fields ?? {}).length > 0 ||
  Object.keys(facts).length > 0;

/** Without the properties that have no value. */
function filled<T extends object>(value: T): T {
  const entries = Object.entries(value).filter(
    ([, item]) => item !== undefined && item !== null && item !== "",
  );
  return Object.fromEntries(entries) as T;
}

/** The form with parts of its ticket changed; an empty part is taken out. */
export const withInput = (
  form: TriedForm,
  change: { readonly [K in keyof TicketInput]?: TicketInput[K] | undefined },
): TriedForm => {
  const { subject, body, customer, channel, ...rest } = { ...form.input, ...change };
  const input = {
    ...filled(rest),
    channel,
    customer,
    subject: subject ?? "",
    body: body ?? "",
  } as TicketInput;
  return { ...form, input };
};

export const withCustomer = (form: TriedForm, change: Partial<TicketInput["customer"]>): TriedForm =>
  withInput(form, {
    customer: { ...filled({ ...form.input.customer, ...change }), id: form.input.customer.id },
  });

/** An order without anything known of it is none. */
export function withOrder(
  form: TriedForm,
  change: { readonly amount?: number | undefined; readonly status?: string | undefined },
): TriedForm {
  const { id = "tried", ...about } = { ...form.input.order, ...change } as Record<string, Json> & {
    id?: string;
  };
  const order = filled(about);
  const has = Object.keys(order).length > 0 || form.origin !== null;
  return withInput(form, { order: has ? ({ id, ...order } as TicketInput["order"]) : undefined });
}

export const withField = (form: TriedForm, key: string, value: Json | undefined): TriedForm => {
  const fields = filled({ ...form.input.fields, [key]: value as Json });
  return withInput(form, { fields: Object.keys(fields).length > 0 ? fields : undefined });
};

export const withPriority = (form: TriedForm, priority: Priority | undefined): TriedForm =>
  withInput(form, { priority });

/** The ticket that the fields make, coming in at `now` unless they say when. */
export const toTried = ({ input, known, facts, at }: TriedForm, now: number): TriedTicket => ({
  input,
  known,
  facts,
  at: at ?? now,
});

interface CreatedData {
  readonly ticket?: {
    readonly number: number;
    readonly input: TicketInput;
    readonly known?: TriedTicket["known"];
  };
  readonly facts?: TriedTicket["facts"];
}

/** The fields of a stored ticket as it came in, from the first event of its timeline. */
export function formOf(id: string, created: TimelineItem): TriedForm | undefined {
  const { ticket, facts = {} } = created.data as unknown as CreatedData;
  if (created.type !== "ticket.created" || ticket === undefined) return undefined;
  const { input, known = {}, number } = ticket;
  return { input, known, facts, at: Date.parse(created.at), origin: { id, number } };
}
