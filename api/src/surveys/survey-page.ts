/** The survey's page: plain HTML that works without scripts on any phone, in Chinese or English. */
import type { PublicSurvey, SurveyState } from "./survey-store.ts";

export type PageLanguage = "zh" | "en";

const texts = {
  zh: {
    title: "服务评价",
    comment: "想说的话（选填）",
    send: "提交",
    least: "很不满意",
    most: "非常满意",
    choose: "请选择一个分数",
    answered: "感谢您的评价！",
    expired: "这个评价链接已失效。",
    missing: "没有这个评价，请检查链接。",
  },
  en: {
    title: "Your feedback",
    comment: "Anything to add (optional)",
    send: "Send",
    least: "Very unhappy",
    most: "Very happy",
    choose: "Please choose a score",
    answered: "Thank you for your feedback!",
    expired: "This link is closed.",
    missing: "There is no such survey; please check the link.",
  },
} as const;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);

/** Chinese unless the browser asks for English before it. */
export function pageLanguage(accepted: string | undefined): PageLanguage {
  const [first = ""] = (accepted ?? "zh").toLowerCase().split(",");
  return first.trim().startsWith("zh") || first.trim() === "" ? "zh" : "en";
}

const style = `body{margin:0;font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;background:#f5f6f8;color:#1f2329}
main{max-width:32rem;margin:10vh auto;padding:2rem 1.5rem;background:#fff;border-radius:12px}
h1{font-size:1.25rem;margin:0 0 1rem}fieldset{border:0;margin:0;padding:0}
.scores{display:flex;flex-wrap:wrap;gap:.5rem}label{display:inline-flex;align-items:center;gap:.25rem;min-width:44px;min-height:44px;padding:0 .75rem;border:1px solid #d0d3d9;border-radius:8px}
.ends{display:flex;justify-content:space-between;color:#51565d;font-size:.875rem}
textarea{width:100%;box-sizing:border-box;min-height:6rem;margin:.25rem 0 1rem;padding:.5rem;border:1px solid #8a9099;border-radius:8px;font:inherit}
button{min-height:44px;padding:0 2rem;border:0;border-radius:8px;background:#1456c0;color:#fff;font:inherit}
.fault{color:#b42318}`;

const page = (language: PageLanguage, content: string): string =>
  `<!doctype html><html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">` +
  `<title>${texts[language].title}</title><style>${style}</style></head><body><main>${content}</main></body></html>`;

const score = (value: number): string =>
  `<label><input type="radio" name="score" value="${value}" required> ${value}</label>`;

/** The form of an open survey; `fault` says that no score was chosen. */
export function surveyForm({ question, scale }: PublicSurvey, language: PageLanguage, fault = false): string {
  const words = texts[language];
  const scores = Array.from({ length: scale }, (_, index) => score(index + 1)).join("");
  return page(
    language,
    `<form method="post"><fieldset><legend><h1>${escaped(question)}</h1></legend>` +
      `${fault ? `<p class="fault" role="alert">${words.choose}</p>` : ""}<div class="scores">${scores}</div>` +
      `<p class="ends" aria-hidden="true"><span>${words.least}</span><span>${words.most}</span></p></fieldset>` +
      `<p><label for="comment" style="border:0;padding:0">${words.comment}</label>` +
      `<textarea id="comment" name="comment" maxlength="2000"></textarea></p><button>${words.send}</button></form>`,
  );
}

/** What a survey that takes no answer says. */
export const surveyNotice = (
  state: Exclude<SurveyState, "open"> | "missing",
  language: PageLanguage,
): string => page(language, `<h1 role="status">${texts[language][state]}</h1>`);
