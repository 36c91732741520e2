/** The ports that several kinds share. */
import type { PortDefinition } from "@sluice/schemas";

export const outPort: PortDefinition = { id: "out", label: { zh: "下一步", en: "Next" } };
export const elsePort: PortDefinition = { id: "else", label: { zh: "否则", en: "Otherwise" } };
export const okPort: PortDefinition = { id: "ok", label: { zh: "成功", en: "Succeeded" } };
export const errorPort: PortDefinition = { id: "error", label: { zh: "失败", en: "Failed" } };
export const donePort: PortDefinition = { id: "done", label: { zh: "完成", en: "Done" } };
export const timeoutPort: PortDefinition = { id: "timeout", label: { zh: "超时", en: "Timed out" } };
