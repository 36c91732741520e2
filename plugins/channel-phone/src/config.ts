/** Where a call centre's webhook says what; call centres differ in names, hardly in what they tell. */
import { labelled } from "@sluice/plugin-sdk";
import { type Static, Type } from "typebox";

const strict = { additionalProperties: false } as const;
const place = (preset: string, zh: string, en: string) =>
  Type.String({ default: preset, minLength: 1, maxLength: 200, ...labelled(zh, en) });
const names = (preset: readonly string[], zh: string, en: string) =>
  Type.Array(Type.String({ minLength: 1 }), { default: [...preset], ...labelled(zh, en) });

export const PhoneConfig = Type.Object(
  {
    language: Type.Enum(["zh", "en"], {
      default: "zh",
      ...labelled("工单文字", "Language of tickets", {
        options: { zh: { zh: "中文", en: "Chinese" }, en: { zh: "英文", en: "English" } },
      }),
    }),
    ended: names(["call.ended"], "通话结束的事件名", "Names of an ended call"),
    missed: names(["call.missed"], "未接来电的事件名", "Names of a missed call"),
    fields: Type.Object(
      {
        event: place("event", "事件名", "Name of the event"),
        callId: place("callId", "通话编号", "Id of the call"),
        from: place("from", "主叫号码", "Caller's number"),
        name: place("name", "来电人", "Caller's name"),
        to: place("to", "被叫号码", "Called number"),
        agent: place("agent", "接听人", "Who answered"),
        endedAt: place("endedAt", "结束时间", "When it ended"),
        seconds: place("durationSeconds", "通话秒数", "Seconds it lasted"),
        summary: place("summary", "小结", "Summary"),
        recording: place("recordingUrl", "录音地址", "Recording"),
      },
      {
        ...strict,
        default: {},
        ...labelled("字段位置", "Where things are", {
          help: { zh: "用点分隔，例如 data.caller", en: "Dotted, for instance data.caller" },
        }),
      },
    ),
  },
  strict,
);
export type PhoneConfig = Static<typeof PhoneConfig>;
