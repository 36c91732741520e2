/** `@sluice/plugin-notify`: the house's own people are told, in the groups and mailboxes where they are. */
import { definePlugin } from "@sluice/plugin-sdk";
import { dingtalkAction } from "./dingtalk.ts";
import { emailAction } from "./email.ts";
import { feishuAction } from "./feishu.ts";
import { wecomAction } from "./wecom.ts";

/** The plugin as the plugin host loads it. */
export const plugin = definePlugin({
  id: "notify",
  label: { zh: "通知", en: "Notifications" },
  description: {
    zh: "企业微信、钉钉、飞书群机器人和邮件",
    en: "Robots of WeCom, DingTalk and Feishu groups, and mail",
  },
  actions: [wecomAction, dingtalkAction, feishuAction, emailAction],
});
