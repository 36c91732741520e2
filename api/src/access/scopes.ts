/**
 * What an API key may touch: `<resource>:read`, `<resource>:write` (includes read) or `*:read`;
 * the resource is the first part of the address below `/api/v1`. No scopes = all that the key's role allows.
 */
export const scopePattern = "^(?:[a-z][a-z-]*|\\*):(?:read|write)$";

const resourceOf = (url: string): string => url.replace(/^\/api\/v1\//, "").split("/", 1)[0] ?? "";

const reads = new Set(["GET", "HEAD"]);

/** True when one of the scopes allows the method on the route. */
export function scopesAllow(scopes: readonly string[], method: string, url: string): boolean {
  if (scopes.length === 0) return true;
  const resource = resourceOf(url);
  const accepted = [
    `${resource}:write`,
    "*:write",
    ...(reads.has(method) ? [`${resource}:read`, "*:read"] : []),
  ];
  return accepted.some((scope) => scopes.includes(scope));
}
