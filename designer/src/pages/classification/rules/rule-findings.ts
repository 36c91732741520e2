/** Findings of a ruleset by the rule they speak of. */
import type { Finding } from "@sluice/schemas";

/** The place of the rule that a JSON pointer leads into; `undefined` for anything else. */
export function rulePlaceOf(path: string): number | undefined {
  const found = /^\/spec\/rules\/(\d+)(?:\/|$)/.exec(path);
  return found ? Number(found[1]) : undefined;
}

/** Findings by the rule's place. */
export function findingsByRule(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>();
  for (const finding of findings) {
    const place = rulePlaceOf(finding.path);
    if (place === undefined) continue;
    const list = found.get(place);
    if (list) list.push(finding);
    else found.set(place, [finding]);
  }
  return found;
}

const aboutAnother = new Set<string>([
  "classification.shadowed",
  "classification.after-always",
  "classification.duplicate",
]);

/** The place of the rule that a finding blames: the one that shadows, or says the same. */
export function blamedRule({ code, message }: Pick<Finding, "code" | "message">): number | undefined {
  const number = aboutAnother.has(code) ? /\brule (\d+),/.exec(message.en)?.[1] : undefined;
  return number === undefined ? undefined : Number(number) - 1;
}
