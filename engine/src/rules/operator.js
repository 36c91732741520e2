/** The test of a value that the operator cannot use. */
export const never = { test: () => false };
//# sourceMappingURL=operator.js.map