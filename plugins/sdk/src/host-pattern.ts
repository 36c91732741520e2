/** Host patterns of a declaration: one host, all hosts below one, or every host. */
import { DeclarationError } from "./errors.ts";

const pattern = /^(\*|(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:[0-9]{1,5})?$/;

/** @throws DeclarationError `action.host` when the text is not a host pattern (a URL, for instance). */
export function assertHostPattern(text: string): void {
  if (!pattern.test(text))
    throw new DeclarationError("action.host", `Not a host, *.host or *: ${text} (no scheme, no path)`);
}

/** True when the URL's host (and port, where the pattern names one) fits a pattern. */
export function isHostDeclared(url: URL, patterns: readonly string[]): boolean {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  const name = url.hostname.toLowerCase().replace(/\.$/, "");
  return patterns.some((item) => {
    const [, host = item, wanted] = /^(.*?)(?::([0-9]+))?$/.exec(item) ?? [];
    if (wanted !== undefined && wanted !== port) return false;
    if (host === "*") return true;
    return host.startsWith("*.") ? name.endsWith(host.slice(1)) : name === host;
  });
}
