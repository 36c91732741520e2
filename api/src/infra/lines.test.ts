import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf, tooLong } from "./lines.ts";

async function read(chunks: readonly Uint8Array[], maxLength: number) {
  const lines: (string | typeof tooLong)[] = [];
  for await (const line of linesOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), maxLength))
    lines.push(line);
  return lines;
}

test("however the bytes are cut, the lines are those of the text, and a long one takes its place only", async () => {
  const cut = fc.array(fc.nat({ max: 400 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("退款", "a", "", "长".repeat(30), "b\r")),
      cut,
      async (lines, cuts) => {
        const bytes = Buffer.from(lines.join("\n"));
        const places = [
          0,
          ...cuts.map((at) => Math.min(at, bytes.length)).sort((a, b) => a - b),
          bytes.length,
        ];
        const chunks = places.slice(1).map((to, index) => bytes.subarray(places[index], to));
        const wanted = lines.map((line) => (line.length > 20 ? tooLong : line));
        if (wanted.at(-1) === "") wanted.pop();
        expect(await read(chunks, 20)).toEqual(wanted);
      },
    ),
  );
});

test("a line that never ends is not held", async () => {
  const chunk = Buffer.alloc(65_536, 0x61);
  const endless = Array.from({ length: 200 }, () => chunk);
  expect(await read([Buffer.from("first\n"), ...endless, Buffer.from("\nlast")], 1_000)).toEqual([
    "first",
    tooLong,
    "last",
  ]);
});
