/** The nodes on which runs stand and that have no place in the other revision, each with the node that shall take it. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { revisionQuery } from "../../../client/documents.ts";
import type { Move, MovePlan } from "../../../client/operations.ts";
import { reasonName, toPlaces } from "./move.ts";
import styles from "./run.module.css";

export interface MovePlacesProps {
  readonly plan: MovePlan;
  readonly mapping: Move["mapping"];
  readonly onMap: (mapping: Move["mapping"]) => void;
}

export function MovePlaces({ plan, mapping, onMap }: MovePlacesProps) {
  const { t } = useTranslation();
  const target = useQuery(revisionQuery("workflow", plan.workflow, plan.to)).data;
  const places = toPlaces(plan, mapping);
  if (places.length === 0) return null;
  const nodes = target?.document.spec.nodes ?? [];
  return (
    <table className={styles.places}>
      <thead>
        <tr>
          <th scope="col">{t("operations.move.place")}</th>
          <th scope="col">{t("operations.move.target")}</th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ node, revision, runs, reason }) => (
          <tr key={node}>
            <td>
              <NodeName workflow={plan.workflow} revision={revision} node={node} />
              {reason === null ? null : (
                <small className={styles.why}>
                  {t(`operations.move.reason.${reasonName(reason)}`)} ·{" "}
                  {t("operations.move.count", { count: runs })}
                </small>
              )}
            </td>
            <td>
              <Select
                aria-label={`${t("operations.move.target")}: ${node}`}
                allowClear
                showSearch={{ optionFilterProp: "label" }}
                {...(reason === null ? {} : { status: "warning" as const })}
                value={mapping[node] ?? null}
                placeholder={t("operations.move.pick")}
                options={nodes.map(({ id, name }) => ({ value: id, label: name ? `${name} (${id})` : id }))}
                onChange={(next: string | undefined) => {
                  const { [node]: _, ...others } = mapping;
                  onMap(next === undefined ? others : { ...others, [node]: next });
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface NodeNameProps {
  readonly workflow: string;
  readonly revision: number | null;
  readonly node: string;
}

/** A node as the revision that it stands in calls it. */
function NodeName({ workflow, revision, node }: NodeNameProps) {
  const source = useQuery({
    ...revisionQuery("workflow", workflow, revision ?? 0),
    enabled: revision !== null,
  }).data;
  const name = source?.document.spec.nodes.find(({ id }) => id === node)?.name;
  return (
    <span>
      {name ?? node} {name === undefined ? null : <code>{node}</code>}
    </span>
  );
}
