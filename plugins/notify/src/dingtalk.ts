/**
 * 钉钉 group robots. Source: DingTalk open platform, 自定义机器人安全设置 and 自定义机器人发送群消息
 * (open.dingtalk.com/document/robots): `sign` is Base64 of HMAC-SHA256 of "<ms>\n<secret>" with the secret as key, URL
 * encoded; the clock may be an hour off; over 20 messages a minute the robot is stopped for ten minutes.
 */
import { createHmac } from "node:crypto";
import { defineAction } from "@sluice/plugin-sdk";
import { fitBytes, type Platform, type RobotInput, robotAction, sendToRobot, toCode } from "./robot.ts";

/** Bytes of a message at most. */
const textLimit = 18_000;
const stoppedMs = 600_000;

/** The signature of an instant, in epoch milliseconds. */
export const signDingtalk = (secret: string, timestamp: number): string =>
  createHmac("sha256", secret).update(`${timestamp}\n${secret}`, "utf8").digest("base64");

function toMessage({ text, format, title, mention, mentionAll }: RobotInput): object {
  const at = { atUserIds: mention, isAtAll: mentionAll };
  const content = fitBytes(text, textLimit);
  if (format === "text") return { msgtype: "text", text: { content }, at };
  // In Markdown a call is shown only where the text has it.
  const calls = mention.map((id) => ` @${id}`).join("");
  return {
    msgtype: "markdown",
    markdown: { title: title ?? content.slice(0, 20), text: content + calls },
    at,
  };
}

/** How a DingTalk robot is spoken to. */
export const dingtalk: Platform = {
  secretPrefix: "DINGTALK",
  toRequest(input, webhook, signingSecret, now) {
    const url = new URL(webhook);
    if (signingSecret) {
      url.searchParams.set("timestamp", String(now));
      url.searchParams.set("sign", signDingtalk(signingSecret, now));
    }
    return { url, body: toMessage(input) };
  },
  readAnswer: ({ errcode, errmsg }) => ({ code: toCode(errcode), message: String(errmsg ?? "") }),
  // 130101: over 20 a minute; 410100: sent too fast.
  tooFast: { 130101: stoppedMs, 410100: stoppedMs },
  // -1: the system is busy.
  busy: [-1],
};

/** `notify.dingtalk`. */
export const dingtalkAction = defineAction({
  ...robotAction,
  id: "notify.dingtalk",
  label: { zh: "钉钉群通知", en: "Notify DingTalk group" },
  description: { zh: "通过群机器人发消息到钉钉群", en: "Posts to a DingTalk group by its robot" },
  icon: "notification",
  secrets: ["DINGTALK_WEBHOOK", "DINGTALK_SECRET", "*"],
  rateLimit: { calls: 20, per: "PT1M" },
  samples: [
    {
      name: "Markdown",
      input: {
        text: "**工单 1024** 已超时",
        format: "markdown",
        title: "红牌",
        mention: ["manager01"],
        mentionAll: false,
        robot: "default",
      },
      output: { sent: true },
    },
  ],
  run: (ctx) => sendToRobot(dingtalk, ctx),
});
