/// <reference types="node" />
/** Writes the published schemas beside the compiled code: `dist/<kind>.schema.json`. The one file with I/O here. */
import { writeFileSync } from "node:fs";
import { publishedKinds, publishedSchema } from "./published-schema.ts";

for (const kind of publishedKinds) {
  const file = new URL(`${kind}.schema.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(publishedSchema(kind), null, 2)}\n`);
}
