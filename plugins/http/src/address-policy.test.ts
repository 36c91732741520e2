import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAllowedByName, isPublicAddress } from "./address-policy.ts";

describe("isPublicAddress", () => {
  it.each(["8.8.8.8", "114.114.114.114", "1.1.1.1", "2606:4700::1111", "2400:3200::1"])(
    "%s is public",
    (text) => {
      expect(isPublicAddress(text)).toBe(true);
    },
  );

  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "100.100.100.200",
    "127.9.9.9",
    "168.63.129.16",
    "169.254.169.254",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::a00:1",
    "2001::1",
    "2002:7f00:1::",
    "2001:db8::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "4000::1",
    "fe80::1%eth0",
    "not an address",
    "",
  ])("%s is not", (text) => {
    expect(isPublicAddress(text)).toBe(false);
  });

  it("never lets a private IPv4 address through in IPv6 clothes", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(octet, octet, octet, (b, c, d) => {
        const hex = [10, b, c, d].map((part) => part.toString(16).padStart(2, "0"));
        const tail = `${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`;
        const disguises = [`::ffff:10.${b}.${c}.${d}`, `::${tail}`, `64:ff9b::${tail}`, `2002:${tail}::`];
        return disguises.every((text) => !isPublicAddress(text));
      }),
    );
  });
});

describe("isAllowedByName", () => {
  it("wants the whole host, and the port when one is named", () => {
    const allows = (url: string, ...names: string[]) => isAllowedByName(new URL(url), names);
    expect(allows("http://erp.internal/x", "erp.internal")).toBe(true);
    expect(allows("http://ERP.internal./x", " Erp.Internal ")).toBe(true);
    expect(allows("https://erp.internal/x", "erp.internal:443")).toBe(true);
    expect(allows("http://[::1]:8080/", "[::1]:8080")).toBe(true);
    expect(allows("http://[::1]:8080/", "::1")).toBe(true);
    expect(allows("http://erp.internal.evil.com/", "erp.internal")).toBe(false);
    expect(allows("http://xerp.internal/", "erp.internal")).toBe(false);
    expect(allows("http://erp.internal:81/", "erp.internal:80")).toBe(false);
    expect(allows("http://erp.internal/", "")).toBe(false);
  });
});
