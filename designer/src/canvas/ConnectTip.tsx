/** Beside the pointer while a line is drawn: why the card under it cannot take the line. */
import { useConnection } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { connectionRefusal } from "../editor/workflow/connect.ts";
import { useCanvas, useEditor } from "./editor-context.ts";
import styles from "./surface.module.css";

export function ConnectTip() {
  const origin = useConnection((connection) =>
    connection.inProgress && connection.fromHandle.type === "source"
      ? `${connection.fromHandle.nodeId} ${connection.fromHandle.id}`
      : "",
  );
  return origin === "" ? null : <Tip origin={origin} />;
}

function Tip({ origin }: { origin: string }) {
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
  const [source = "", sourcePort = ""] = origin.split(" ");
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
