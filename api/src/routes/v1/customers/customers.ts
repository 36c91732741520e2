/** `/customers/:id`: one customer's whole history. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Runtime } from "../../../runtime/runtime.ts";
import { readCustomer } from "../../../tickets/read-customer.ts";
import { searchTickets } from "../../../tickets/search.ts";
import { ticketSummary } from "../../../tickets/ticket-view.ts";
import { Paging, pageOf } from "../listing.ts";

const schema = {
  tags: ["tickets"],
  params: Type.Object({ id: Type.String({ minLength: 1, maxLength: 128 }) }),
  querystring: Type.Object(Paging),
};

export const customersRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;
    app.get("/customers/:id", { config: { roles: ["viewer"] }, schema }, async ({ params, query }) => {
      const now = runtime.clock.now();
      const known = await readCustomer(reader, params.id);
      const { items, nextCursor } = await searchTickets(reader, pageOf(query), now, [
        { sql: "customer_id = ?", values: [params.id] },
      ]);
      await runtime.definitions.ensure(items);
      const { current } = runtime.definitions;
      return { ...known, items: items.map((state) => ticketSummary(state, current, now)), nextCursor };
    });
  };
