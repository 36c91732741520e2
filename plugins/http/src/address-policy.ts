/**
 * Which addresses a workflow may call. A public service has a public address; everything else (this machine,
 * the local network, a cloud's metadata service, tunnels that lead to either) is refused.
 * Source: the IANA special-purpose address registries, as `ipaddr.js` classes them.
 */
import ipaddr from "ipaddr.js";

/** Public by number, but answered by the cloud host itself: Azure's platform address. */
const platformAddresses = new Set(["168.63.129.16"]);

/** All of the public IPv6 internet so far; what lies outside is unassigned, or IPv4 in disguise. */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/** True for a unicast address of the public internet; false for everything else, also for what is no address. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address instanceof ipaddr.IPv4)
    return address.range() === "unicast" && !platformAddresses.has(address.toString());
  return address.range() === "unicast" && address.match(globalUnicast);
}

/** A URL's host without the brackets that IPv6 wears there and without a final dot, in lower case. */
export const bareHost = (url: URL): string =>
  url.hostname
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "")
    .toLowerCase();

/**
 * True when the operator allowed this host by name, as `host` or `host:port`.
 * An allowed host may have any address: that is the point of allowing it.
 */
export function isAllowedByName(url: URL, allowHosts: readonly string[]): boolean {
  const host = bareHost(url);
  const shown = host.includes(":") ? `[${host}]` : host;
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return allowHosts.some((item) => {
    const wanted = item.trim().toLowerCase();
    return wanted === host || wanted === shown || wanted === `${shown}:${port}`;
  });
}
