/** What lint says about a document: a problem with its weight, and the change that would mend it where one is plain. */
import type { Label } from "./primitives.ts";
import { type Problem, type ProblemCode, problem } from "./problem.ts";

/** An error refuses publication; a warning is most likely a mistake; an info is worth knowing. */
export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

/** One step of a JSON Patch (RFC 6902): what `applyPatch` takes. */
export type PatchStep =
  | { readonly op: "add" | "replace"; readonly path: string; readonly value: unknown }
  | { readonly op: "remove"; readonly path: string };

/** A change that mends a finding; the steps apply in order to the document that was linted. */
export interface FindingFix {
  readonly label: Label;
  readonly patch: readonly PatchStep[];
}

export interface Finding extends Problem {
  readonly severity: Severity;
  readonly fix?: FindingFix;
}

type Values = Readonly<Record<string, string | number | Label>>;

const inLanguage = (values: Values, language: keyof Label): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "object" ? value[language] : value,
    ]),
  );

/** Builds a finding; a value that is a label is filled in by language. */
export function finding(
  severity: Severity,
  path: string,
  code: ProblemCode,
  values: Values = {},
  fix?: FindingFix,
): Finding {
  const { zh } = problem(path, code, inLanguage(values, "zh")).message;
  const { en } = problem(path, code, inLanguage(values, "en")).message;
  return { path, code, message: { zh, en }, severity, ...(fix ? { fix } : {}) };
}

/** Problems as findings: each of them refuses publication. */
export const asErrors = (problems: readonly Problem[]): readonly Finding[] =>
  problems.map((item) => ({ ...item, severity: "error" }));
