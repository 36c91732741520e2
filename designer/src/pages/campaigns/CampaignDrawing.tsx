/** A campaign as a drawing: its window, its phases on a time axis, and below them what the selected phase overrides. */
import { useEffect, useState } from "react";
import type { DrawingProps } from "../../document/drawing.ts";
import { stepsOf } from "../../document/place-name.ts";
import { phaseOf } from "../../editor/campaign/find.ts";
import { CampaignHead } from "./CampaignHead.tsx";
import styles from "./campaign.module.css";
import { RunningBanner } from "./list/RunningBanner.tsx";
import { PhasePanel } from "./phase/PhasePanel.tsx";
import { PhaseTimeline } from "./timeline/PhaseTimeline.tsx";
import { useCampaignImpact } from "./use-campaign-impact.ts";

export type CampaignProps = DrawingProps<"campaign">;

/** The selected phase: the chosen one while it is there, else the first. */
function useSelectedPhase({ document, asked }: CampaignProps) {
  const { phases } = document.spec;
  const [chosen, setChosen] = useState<string>();
  const [root, list, at] = stepsOf(asked?.path ?? "");
  const wanted = root === "spec" && list === "phases" ? phases[Number(at)]?.id : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place is asked for once, by a new object each time
  useEffect(() => {
    if (wanted !== undefined) setChosen(wanted);
  }, [asked]);
  const selected = (chosen === undefined ? undefined : phaseOf(document.spec, chosen)) ?? phases[0];
  return { selected, select: setChosen };
}

export function CampaignDrawing(props: CampaignProps) {
  const { document } = props;
  const { selected, select } = useSelectedPhase(props);
  const impact = useCampaignImpact(document);
  return (
    <div className={styles.drawing}>
      <RunningBanner only={document.key} />
      <div className={styles.body}>
        <CampaignHead {...props} />
        <PhaseTimeline {...props} selected={selected?.id} onSelect={select} impact={impact.data} />
        {selected ? (
          <PhasePanel key={selected.id} {...props} phase={selected} impact={impact} onSelect={select} />
        ) : null}
      </div>
    </div>
  );
}
