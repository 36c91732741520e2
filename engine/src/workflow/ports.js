export const outPort = { id: "out", label: { zh: "下一步", en: "Next" } };
export const elsePort = { id: "else", label: { zh: "否则", en: "Otherwise" } };
export const okPort = { id: "ok", label: { zh: "成功", en: "Succeeded" } };
export const errorPort = { id: "error", label: { zh: "失败", en: "Failed" } };
export const donePort = { id: "done", label: { zh: "完成", en: "Done" } };
export const timeoutPort = { id: "timeout", label: { zh: "超时", en: "Timed out" } };
//# sourceMappingURL=ports.js.map
