/** All workflows: what starts each of them, and how they stand. */
import { useTranslation } from "react-i18next";
import { LoadedVocabulary } from "../../conditions/vocabulary-context.tsx";
import { DocumentList } from "../../document/list/DocumentList.tsx";
import { newWorkflow } from "./new-workflow.ts";
import { useWorkflowColumns } from "./use-workflow-columns.tsx";

export function WorkflowsPage() {
  return (
    <LoadedVocabulary>
      <WorkflowList />
    </LoadedVocabulary>
  );
}

function WorkflowList() {
  const { t } = useTranslation();
  return (
    <DocumentList
      kind="workflow"
      title={t("workflow.title")}
      emptyText={t("workflow.list.emptyText")}
      newDocument={newWorkflow(t)}
      basePath="/workflows"
      columns={useWorkflowColumns()}
    />
  );
}
