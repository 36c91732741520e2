/**
 * 飞书 group robots. Source: Feishu open platform, 自定义机器人使用指南 (open.feishu.cn/document/client-docs/bot-v3/
 * add-custom-bot): `sign` is Base64 of HMAC-SHA256 of nothing with the key "<seconds>\n<secret>", in the body beside
 * `timestamp`; the clock may be an hour off; 100 messages a minute and 5 a second, 20 KB each.
 */
import { createHmac } from "node:crypto";
import { defineAction } from "@sluice/plugin-sdk";
import { fitBytes, type Platform, type RobotInput, robotAction, sendToRobot, toCode } from "./robot.ts";

const textLimit = 15_000;

/** The signature of an instant, in epoch seconds. */
export const signFeishu = (secret: string, seconds: number): string =>
  createHmac("sha256", `${seconds}\n${secret}`).update("").digest("base64");

/** A customer's words must call nobody. */
const calm = (text: string): string => text.replaceAll(/<(\/?)at\b/gi, "<\u200B$1at");

function toMessage({ text, format, title, mention, mentionAll }: RobotInput): object {
  const ids = [...mention, ...(mentionAll ? ["all"] : [])];
  const content = fitBytes(calm(text), textLimit);
  if (format === "text") {
    const calls = ids.map((id) => ` <at user_id="${id}"></at>`).join("");
    return { msg_type: "text", content: { text: content + calls } };
  }
  const calls = ids.map((id) => ` <at id=${id}></at>`).join("");
  const header = title === undefined ? {} : { header: { title: { tag: "plain_text", content: title } } };
  return {
    msg_type: "interactive",
    card: { ...header, elements: [{ tag: "markdown", content: content + calls }] },
  };
}

/** How a Feishu robot is spoken to. */
export const feishu: Platform = {
  secretPrefix: "FEISHU",
  toRequest(input, webhook, signingSecret, now) {
    const seconds = Math.floor(now / 1_000);
    const proof = signingSecret
      ? { timestamp: String(seconds), sign: signFeishu(signingSecret, seconds) }
      : {};
    return { url: webhook, body: { ...proof, ...toMessage(input) } };
  },
  // Older robots answer `StatusCode` instead.
  readAnswer: ({ code, msg, StatusCode, StatusMessage }) => ({
    code: toCode(code ?? StatusCode),
    message: String(msg ?? StatusMessage ?? ""),
  }),
  // 11232, 11233: over the frequency of the robot, of the group.
  tooFast: { 11232: 60_000, 11233: 60_000 },
  busy: [],
};

/** `notify.feishu`. */
export const feishuAction = defineAction({
  ...robotAction,
  id: "notify.feishu",
  label: { zh: "飞书群通知", en: "Notify Feishu group" },
  description: { zh: "通过群机器人发消息到飞书群", en: "Posts to a Feishu group by its robot" },
  icon: "notification",
  secrets: ["FEISHU_WEBHOOK", "FEISHU_SECRET", "*"],
  rateLimit: { calls: 5, per: "PT3S" }, // Both of its limits: 5 a second and 100 a minute.
  samples: [
    {
      name: "text",
      input: { text: "工单 1024 已升级", format: "text", mention: [], mentionAll: true, robot: "default" },
      output: { sent: true },
    },
  ],
  run: (ctx) => sendToRobot(feishu, ctx),
});
