/** reply: a message to the customer on the ticket's channel; its author is `bot`, so it is no human reply. A blank one is not sent. */
import { strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { compileTemplate } from "../../../templates/template.ts";
import { defineNodeKind } from "../../node-kind.ts";
import { outPort } from "../../ports.ts";

const Config = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 10_000, "x-widget": "template-text" }),
    public: Type.Optional(Type.Boolean({ default: true })),
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
