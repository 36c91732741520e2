/** A pointer a few steps further down; keys are escaped. */
export const at = (path, ...steps) => [path, ...steps.map((step) => String(step).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
/** Problems whose paths are below `path` in the whole document. */
export const below = (path, problems) => problems.map((item) => ({ ...item, path: `${path}${item.path}` }));
//# sourceMappingURL=pointer.js.map