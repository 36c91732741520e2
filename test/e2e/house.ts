/** People who work at the pages, and tickets for them, on the starter pack. */
import type { PageServer } from "./server.ts";

export const password = "a-long-password";

/** Lets an agent of the starter pack sign in under their id, as lead or agent, and brings them online. */
export async function employ(server: PageServer, agentId: string, role: "agent" | "lead"): Promise<void> {
  await server.api("POST", "/users", { name: agentId, password, role, agentId });
  await server.api("PUT", `/agents/${agentId}/presence`, { presence: "online" });
}

export interface StoredTicket {
  readonly id: string;
  readonly number: number;
  readonly assignee: string | null;
  readonly pool: string | null;
}

/** A buyer who wants their money back through Taobao, unless told otherwise. */
export const createTicket = (
  server: PageServer,
  input: Record<string, unknown> = {},
): Promise<StoredTicket> =>
  server.api("POST", "/tickets", {
    channel: "taobao",
    subject: "三天了还没发货，我要退款",
    body: "订单拍下三天了没动静，请退款",
    customer: { id: "buyer-1", name: "小满" },
    ...input,
  });
