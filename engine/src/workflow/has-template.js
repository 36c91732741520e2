/** True when some string of the value holds Liquid's `{{` or `{%`. */
export const hasTemplate = (value) => /\{[{%]/.test(JSON.stringify(value));
//# sourceMappingURL=has-template.js.map
