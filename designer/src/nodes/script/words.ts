/** script: the first line that does something. */
import { type NodePart, textOf } from "../words.ts";

const longest = 60;

export const script: NodePart = {
  words({ code }, { t }) {
    const lines = textOf(code)
      .split("\n")
      .map((line) => line.trim());
    const first = lines.find((line) => line !== "" && !line.startsWith("//")) ?? "";
    return first === "" ? t("workflow.words.scriptEmpty") : first.slice(0, longest);
  },
  start: () => ({ code: "return {};" }),
};
