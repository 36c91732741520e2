import { parseValue, TicketInput } from "@sluice/schemas";
import { expect, it } from "vitest";
import { pointerToField, toTicketInput } from "./ticket-form.ts";

it("makes a body the api accepts, without what was left empty", () => {
  const body = toTicketInput({
    channel: "taobao",
    subject: "x",
    body: "",
    customerId: "c1",
    customerName: "",
    orderId: "o1",
    amount: null,
    trackingNo: "SF1",
  });
  expect(body).toEqual({
    channel: "taobao",
    subject: "x",
    customer: { id: "c1" },
    order: { id: "o1", trackingNo: "SF1" },
  });
  expect(parseValue(TicketInput, body)).toMatchObject({ ok: true });
});

it("sends no order that has no id", () => {
  expect(
    toTicketInput({ channel: "web", subject: "x", customerId: "c", trackingNo: "SF1" }),
  ).not.toHaveProperty("order");
});

it("finds the field of a fault", () => {
  expect(pointerToField("/customer/id")).toBe("customerId");
  expect(pointerToField("/subject")).toBe("subject");
});
