import type { Finding } from "@sluice/schemas";

/** The findings at or below a place, their paths made relative to it. */
export const findingsBelow = (findings: readonly Finding[], place: string): readonly Finding[] =>
  findings
    .filter(({ path }) => path === place || path.startsWith(`${place}/`))
    .map((finding) => ({ ...finding, path: finding.path.slice(place.length) }));
