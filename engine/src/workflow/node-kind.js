/** Declares a node kind; the type parameter ties its config to its behaviour. */
export const defineNodeKind = (kind) => kind;
//# sourceMappingURL=node-kind.js.map