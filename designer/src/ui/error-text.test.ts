import { expect, it } from "vitest";
import { offlineError, toApiError } from "../client/errors.ts";
import { languageInstance } from "../messages/language.ts";
import { errorText } from "./error-text.ts";

const inZh = (error: unknown) => errorText(error, languageInstance("zh-CN").t, "zh-CN");
const inEn = (error: unknown) => errorText(error, languageInstance("en").t, "en");

it("says known codes in the person's language", () => {
  const error = toApiError(409, {
    code: "pool.empty",
    detail: "Nobody waits in general that you may claim.",
  });
  expect(inZh(error)).toBe("领取池里没有您能领取的工单。");
  expect(inEn(error)).toBe("Nothing in this pool is yours to claim.");
});

it("falls back to the api's own words in English, and to kind and code in Chinese", () => {
  const error = toApiError(422, { code: "plugin.refused", detail: "The plugin refused it." });
  expect(inEn(error)).toBe("The plugin refused it.");
  expect(inZh(error)).toBe("服务器没能完成请求 (plugin.refused)");
});

it("tells a lost race and a lost network", () => {
  expect(inZh(toApiError(412, { code: "resource.changed" }))).toContain("已载入最新版本");
  expect(inZh(offlineError())).toBe("连不上服务器");
});
