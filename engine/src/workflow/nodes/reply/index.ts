/** reply: a message to the customer on the ticket's channel; its author is `bot`, so it is no human reply. A blank one is not sent. */
import { labelled, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { compileTemplate } from "../../../templates/template.ts";
import { defineNodeKind } from "../../node-kind.ts";
import { outPort } from "../../ports.ts";

const Config = Type.Object(
  {
    text: Type.String({
      minLength: 1,
      maxLength: 10_000,
      ...labelled("回复内容", "Text", {
        widget: "template-text",
        help: { zh: "发给客户；空白的不发送", en: "Sent to the customer; a blank one is not sent" },
      }),
    }),
    public: Type.Optional(
      Type.Boolean({
        default: true,
        ...labelled("客户可见", "Visible to the customer", {
          common: true,
          help: { zh: "关掉后只作内部备注", en: "Off: an internal note only" },
        }),
      }),
    ),
  },
  strict,
);

export const reply = defineNodeKind<Static<typeof Config>>({
  definition: {
    kind: "reply",
    label: { zh: "自动回复", en: "Reply" },
    description: {
      zh: "在工单的渠道上给客户发一条消息",
      en: "Sends the customer a message on the ticket's channel",
    },
    icon: "message",
    family: "people",
    hasInput: true,
    ports: [outPort],
    config: Config,
  },
  example: { text: "您好，已收到您的问题，客服会尽快回复。" },
  ports: () => [outPort],
  needsTicket: () => true,
  compile: (config) => {
    const template = compileTemplate(config.text);
    return {
      enter: (context) => {
        const text = template.render(context.scope(), context.rendering);
        if (text.trim() !== "") context.reply(text, config.public ?? true);
        return { go: "out" };
      },
    };
  },
});
