/** One incident: in words, with code and message as they were told once it is unfolded. */
import { Button, Checkbox } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { IncidentView } from "../../../client/operations.ts";
import { Instant } from "../../../ui/Instant.tsx";
import { faultText } from "../parts/fault-text.ts";
import { TicketDoor } from "../parts/TicketDoor.tsx";
import own from "./incidents.module.css";
import type { Settle } from "./use-settle.tsx";

export interface IncidentRowProps {
  readonly incident: IncidentView;
  readonly chosen: boolean;
  readonly settle: Settle | null;
  readonly onToggle: () => void;
}

export function IncidentRow({ incident, chosen, settle, onToggle }: IncidentRowProps) {
  const { t } = useTranslation();
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  const what = faultText(incident.code, t);
  return (
    <>
      <tr data-shown={unfolded || chosen}>
        {settle ? (
          <td>
            <Checkbox
              aria-label={t("operations.incident.select", { what })}
              checked={chosen}
              onChange={onToggle}
            />
          </td>
        ) : null}
        <td>
          <button
            type="button"
            className={own.unfold}
            aria-expanded={unfolded}
            aria-controls={id}
            onClick={() => setUnfolded(!unfolded)}
          >
            <span>{what}</span>
          </button>
          <small title={incident.message}>{incident.message}</small>
        </td>
        <td>
          <Where incident={incident} />
        </td>
        <td>
          <TicketDoor about={incident} />
        </td>
        <td>
          <Instant at={incident.createdAt} />
        </td>
        {settle ? (
          <td>
            <Handle incident={incident} settle={settle} />
          </td>
        ) : null}
      </tr>
      {unfolded ? <Details id={id} incident={incident} columns={settle ? 6 : 4} /> : null}
    </>
  );
}

function Handle({ incident, settle }: { incident: IncidentView; settle: Settle }) {
  const { t } = useTranslation();
  const { busy } = settle;
  return (
    <span className={own.buttons}>
      <Button size="small" disabled={busy} onClick={() => settle.one(incident.id, "retry")}>
        {t("operations.incident.retry")}
      </Button>
      <Button size="small" type="text" disabled={busy} onClick={() => settle.one(incident.id, "skip")}>
        {t("operations.incident.skip")}
      </Button>
    </span>
  );
}

/** The workflow and its node, as the run's own revision names them. */
function Where({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const { kind, node, nodeName, run, workflow, workflowName } = incident;
  if (kind === "reference")
    return (
      <Link to={`/classification/${encodeURIComponent(node ?? "")}`}>
        {t("operations.incident.referencePlace", { ruleset: node ?? "" })}
      </Link>
    );
  if (run === null) return workflow === null ? t("operations.incident.replyPlace") : workflowName;
  return (
    <>
      <Link to={`/operations/runs?run=${encodeURIComponent(run)}`}>{nodeName ?? node}</Link>
      <small>{workflowName ?? workflow}</small>
    </>
  );
}

interface DetailsProps {
  readonly id: string;
  readonly incident: IncidentView;
  readonly columns: number;
}

function Details({ id, incident: { code, message, job, details }, columns }: DetailsProps) {
  const { t } = useTranslation();
  return (
    <tr id={id} className={own.details}>
      <td colSpan={columns}>
        <dl>
          <dt>{t("operations.incident.code")}</dt>
          <dd>
            <code>{code}</code>
          </dd>
          <dt>{t("operations.incident.message")}</dt>
          <dd>{message}</dd>
          {job === null ? null : (
            <>
              <dt>{t("operations.incident.job")}</dt>
              <dd>
                <code>{job}</code>
              </dd>
            </>
          )}
          {details === null ? null : (
            <>
              <dt>{t("operations.incident.details")}</dt>
              <dd>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is long is scrolled by keys too */}
                <pre tabIndex={0}>{JSON.stringify(details, null, 2)}</pre>
              </dd>
            </>
          )}
        </dl>
      </td>
    </tr>
  );
}
