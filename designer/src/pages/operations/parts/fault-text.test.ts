import { expect, it } from "vitest";
import { languageInstance } from "../../../messages/language.ts";
import { faultText, jobFault } from "./fault-text.ts";

const { t } = languageInstance("zh-CN");

it("says known codes in words, others by their family", () => {
  expect(faultText("http.status", t)).toBe("接口返回了失败状态");
  expect(faultText("action.circuit-open", t)).toBe("动作连续失败，已暂时熔断");
  expect(faultText("http.newer", t)).toBe("调用外部接口失败");
  expect(faultText("erp.no-stock", t)).toBe("这一步失败了");
});

it("reads what a job failed by, whatever is stored", () => {
  expect(jobFault({ code: "http.timeout", message: "No answer", retryable: true })).toEqual({
    code: "http.timeout",
    message: "No answer",
  });
  expect(jobFault(null)).toBeNull();
  expect(jobFault("text")).toBeNull();
  expect(jobFault({})).toBeNull();
});
