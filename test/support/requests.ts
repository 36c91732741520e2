/** Tickets in numbers, and requests over real sockets that arrive at the same time. */
import { bootstrapKey, type Reply, type TestServer } from "./server.ts";

type Body = Reply["body"];

/** Creates `count` tickets of different customers at once; answers them in the order asked. */
export const createTickets = (
  server: TestServer,
  count: number,
  input: (index: number) => object = () => ({}),
): Promise<readonly Body[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      server.must("POST", "/tickets", {
        channel: "web",
        subject: `ticket ${index + 1}`,
        customer: { id: `customer-${index + 1}` },
        ...input(index),
      }),
    ),
  );

/** Posts over HTTP, as another program would. */
export async function post(
  origin: string,
  path: string,
  body: unknown,
): Promise<{ status: number; body: Body }> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${bootstrapKey}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** Switches a plugin on with its configuration and its secrets. */
export async function configurePlugin(
  server: TestServer,
  plugin: string,
  config: object,
  secrets: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const [name, value] of Object.entries(secrets))
    await server.must("PUT", `/secrets/${plugin}/${name}`, { value });
  await server.must("PUT", `/plugins/${plugin}`, { enabled: true, config });
}
