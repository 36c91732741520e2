/**
 * 企业微信 group robots. Source: WeCom developer documentation, 群机器人配置说明 (developer.work.weixin.qq.com,
 * path 91770): text up to 2048 bytes with `mentioned_list`, Markdown up to 4096 bytes with `<@userid>`, 20 messages a
 * minute and robot; errcodes from 全局错误码 (path 90313).
 */
import { defineAction } from "@sluice/plugin-sdk";
import { fitBytes, type Platform, type RobotInput, robotAction, sendToRobot, toCode } from "./robot.ts";

const textLimit = 2_048;
const markdownLimit = 4_096;

/** A customer's words must call nobody. */
const calm = (text: string): string => text.replaceAll("<@", "<\u200B@");

function toMessage({ text, format, mention, mentionAll }: RobotInput): object {
  const called = [...mention, ...(mentionAll ? ["@all"] : [])];
  if (format === "text")
    return {
      msgtype: "text",
      text: { content: fitBytes(text, textLimit), ...(called.length > 0 ? { mentioned_list: called } : {}) },
    };
  const calls = called.map((id) => ` <@${id.replace(/^@/, "")}>`).join("");
  const content = `${fitBytes(calm(text), markdownLimit - Buffer.byteLength(calls))}${calls}`;
  return { msgtype: "markdown", markdown: { content } };
}

/** How a WeCom robot is spoken to. */
export const wecom: Platform = {
  secretPrefix: "WECOM",
  toRequest: (input, webhook) => ({ url: webhook, body: toMessage(input) }),
  readAnswer: ({ errcode, errmsg }) => ({ code: toCode(errcode), message: String(errmsg ?? "") }),
  // 45009: the interface's frequency is used up; 45033: too many calls at once.
  tooFast: { 45009: 60_000, 45033: 5_000 },
  // -1: the system is busy.
  busy: [-1],
};

/** `notify.wecom`. */
export const wecomAction = defineAction({
  ...robotAction,
  id: "notify.wecom",
  label: { zh: "企业微信群通知", en: "Notify WeCom group" },
  description: { zh: "通过群机器人发消息到企业微信群", en: "Posts to a WeCom group by its robot" },
  icon: "notification",
  secrets: ["WECOM_WEBHOOK", "*"],
  rateLimit: { calls: 20, per: "PT1M" },
  samples: [
    {
      name: "text with a mention",
      input: {
        text: "工单 1024 还有 30 分钟超时",
        format: "text",
        mention: ["zhangsan"],
        mentionAll: false,
        robot: "default",
      },
      output: { sent: true },
    },
    {
      name: "a robot that is not configured",
      input: { text: "在吗", format: "text", mention: [], mentionAll: false, robot: "nobody" },
      error: "notify.not-configured",
    },
  ],
  run: (ctx) => sendToRobot(wecom, ctx),
});
