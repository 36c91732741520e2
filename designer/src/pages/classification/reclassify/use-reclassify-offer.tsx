/** Tells that a ruleset was rolled back, with the offer to put right what the bad revision did. */
import { App } from "antd";
import type { RolledBack } from "../../../document/frame.ts";
import { ReclassifyOffer } from "./ReclassifyOffer.tsx";

/** It stays until it is closed: a job under way is seen to its end. */
export function useReclassifyOffer(ruleset: string): (rolledBack: RolledBack) => void {
  const { notification } = App.useApp();
  return ({ left, revision, told }) =>
    notification.success({
      key: `rolled-back-${ruleset}-${revision}`,
      title: told,
      description: <ReclassifyOffer ruleset={ruleset} revision={left} />,
      duration: 0,
      placement: "bottomRight",
    });
}
