/** True for a text that is rendered rather than taken as it is. */
export const isTemplateText = (value: unknown): value is string =>
  typeof value === "string" && (value.includes("{{") || value.includes("{%"));
