import { expect, it } from "vitest";
import { isHostDeclared } from "./host-pattern.ts";

it.each([
  ["https://api.example.com/x", "api.example.com", true],
  ["https://API.example.com./x", "api.example.com", true],
  ["https://api.example.com/x", "*.example.com", true],
  ["https://a.b.example.com/x", "*.example.com", true],
  ["https://example.com/x", "*.example.com", false],
  ["https://evilexample.com/x", "*.example.com", false],
  ["https://api.example.com.evil.com/", "api.example.com", false],
  ["https://api.example.com:8443/", "api.example.com", true],
  ["https://api.example.com:8443/", "api.example.com:443", false],
  ["https://api.example.com/", "api.example.com:443", true],
  ["http://[::1]:80/", "[::1]", true],
  ["http://[::1]:81/", "[::1]:81", true],
  ["http://anything/", "*", true],
])("%s under %s: %s", (url, pattern, declared) => {
  expect(isHostDeclared(new URL(url), [pattern])).toBe(declared);
});
