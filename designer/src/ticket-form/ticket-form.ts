/** Between the form's flat fields and the body the api wants. */
import type { Priority, TicketInput } from "@sluice/schemas";

export interface TicketForm {
  readonly channel: string;
  readonly subject: string;
  readonly body?: string;
  readonly priority?: Priority;
  readonly customerId: string;
  readonly customerName?: string;
  readonly customerTier?: string;
  readonly orderId?: string;
  readonly amount?: number | null;
  readonly trackingNo?: string;
}

/** Without what is empty: the api refuses empty texts where a value is meant. */
function filled<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined | null> } {
  const entries = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined | null> };
}

/** The body of `POST /tickets`; an order only where it has an id. */
export function toTicketInput(form: TicketForm): TicketInput {
  const {
    channel,
    subject,
    body,
    priority,
    customerId,
    customerName,
    customerTier,
    orderId,
    amount,
    trackingNo,
  } = form;
  const customer = filled({ id: customerId, name: customerName, tier: customerTier });
  const order = orderId ? { order: filled({ id: orderId, amount, trackingNo }) } : {};
  return { channel, subject, ...filled({ body, priority }), customer, ...order } as TicketInput;
}

const fields: Readonly<Record<string, keyof TicketForm>> = {
  "/customer/id": "customerId",
  "/customer/name": "customerName",
  "/customer/tier": "customerTier",
  "/order/id": "orderId",
  "/order/amount": "amount",
  "/order/trackingNo": "trackingNo",
};

/** The form's field for a fault's JSON pointer. */
export const pointerToField = (pointer: string): string => fields[pointer] ?? pointer.replace(/^\//, "");
