/**
 * Beside the pointer while a line is drawn: why the card under it cannot take the line. It also tells the cards where
 * the line comes from, so that they need not listen to everything React Flow does.
 */
import { useConnection } from "@xyflow/react";
import { useEffect, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { connectionRefusal } from "../editor/workflow/connect.ts";
import { useCanvas, useEditor } from "./editor-context.ts";
import styles from "./surface.module.css";

export function ConnectTip() {
  const { store } = useEditor();
  const handle = useConnection((connection) => (connection.inProgress ? connection.fromHandle : null));
  const { type, nodeId = "", id } = handle ?? {};
  useLayoutEffect(() => {
    store.set({ drawnFrom: type ? { type, node: nodeId, port: id ?? "" } : null });
  }, [store, type, nodeId, id]);
  return type === "source" ? <Tip source={nodeId} sourcePort={id ?? ""} /> : null;
}

function Tip({ source, sourcePort }: { source: string; sourcePort: string }) {
  const { t } = useTranslation();
  const { session, drafting, store } = useEditor();
  const target = useCanvas((state) => state.hoverNode);
  const tip = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent | MouseEvent) => {
      if (tip.current) tip.current.style.transform = `translate(${clientX + 14}px, ${clientY + 14}px)`;
    };
    window.addEventListener("mousemove", follow);
    return () => window.removeEventListener("mousemove", follow);
  }, []);
  const replaced = store.get().reconnecting ?? undefined;
  const refusal =
    target === null || target === source
      ? undefined
      : connectionRefusal(
          session.getState().document,
          drafting.kinds,
          { source, sourcePort, target },
          replaced,
        );
  return (
    <p ref={tip} className={styles.tip} role="status" hidden={refusal === undefined}>
      {refusal ? t(refusal.reason.key as "workflow.refusals.gone", refusal.reason.values ?? {}) : ""}
    </p>
  );
}
