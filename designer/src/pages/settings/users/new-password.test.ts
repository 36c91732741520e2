import { expect, it } from "vitest";
import { newPassword } from "./new-password.ts";

it("is long, readable and never the same", () => {
  const made = Array.from({ length: 200 }, newPassword);
  for (const password of made) expect(password).toMatch(/^(?:[a-hj-km-np-z2-9]{5}-){3}[a-hj-km-np-z2-9]{5}$/);
  expect(new Set(made).size).toBe(200);
});
