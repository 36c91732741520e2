/** What the list says of each workflow besides its draft: what starts it, in words. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useWords } from "../../canvas/use-words.ts";
import { bundleQuery } from "../../client/documents.ts";
import { useVocabulary } from "../../conditions/vocabulary-context.tsx";
import type { DocumentColumn } from "../../document/list/DocumentList.tsx";
import type { WorkflowDocument } from "../../editor/workflow/model.ts";
import { nodeWords } from "../../nodes/node-parts.ts";
import styles from "./workflows.module.css";

export function useWorkflowColumns(): readonly DocumentColumn[] {
  const { t } = useTranslation();
  const words = useWords(useVocabulary());
  const bundle = useQuery(bundleQuery("current")).data;
  return useMemo(() => {
    const workflows = new Map(
      (bundle ?? [])
        .filter((document): document is WorkflowDocument => document.kind === "workflow")
        .map((document) => [document.key, document]),
    );
    const triggersOf = (key: string) =>
      workflows.get(key)?.spec.nodes.filter(({ type }) => type === "trigger") ?? [];
    const trigger: DocumentColumn = {
      key: "trigger",
      title: t("workflow.list.trigger"),
      render: ({ key }) => {
        const said = triggersOf(key).map((node) => nodeWords(node, words));
        if (!workflows.has(key)) return null;
        const text = said.length === 0 ? t("workflow.list.noTrigger") : said.join(" / ");
        return (
          <span className={styles.trigger} title={text}>
            {text}
          </span>
        );
      },
    };
    return [trigger];
  }, [bundle, words, t]);
}
