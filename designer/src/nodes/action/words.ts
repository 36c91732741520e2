/** action: what is called, and where it goes when the input says so. */
import { inLanguage } from "../../explain/names.ts";
import { type NodePart, recordOf, templateText, textOf } from "../words.ts";

export const action: NodePart = {
  words(config, context) {
    const { t, catalog, language } = context;
    const id = textOf(config.action);
    if (id === "") return t("workflow.words.actionEmpty");
    const label = catalog.actions.find((known) => known.id === id)?.label;
    const called = label ? inLanguage(label, language) : id;
    const { method, url } = recordOf(config.input);
    const target = [textOf(method), templateText(textOf(url), context)].filter(Boolean).join(" ");
    return target === ""
      ? t("workflow.words.action", { action: called })
      : t("workflow.words.actionTo", { action: called, target });
  },
};
