/** Drawing and moving edges by mouse. */
import type { Connection, FinalConnectionState, HandleType, ReactFlowProps } from "@xyflow/react";
import { useMemo } from "react";
import { connect, connectionRefusal, reconnect } from "../editor/workflow/connect.ts";
import type { CanvasNode, LineEdge } from "./drawing-model.ts";
import { useEditor } from "./editor-context.ts";
import type { Popups } from "./use-popups.ts";

const toConnection = ({ source, sourceHandle, target }: Connection | LineEdge) => ({
  source,
  sourcePort: sourceHandle ?? "",
  target,
});

const pointOf = (event: MouseEvent | TouchEvent) => {
  const point = "clientX" in event ? event : (event.changedTouches[0] ?? { clientX: 0, clientY: 0 });
  return { x: point.clientX, y: point.clientY };
};

/** The card under a point, or the empty canvas. */
function under({ x, y }: { x: number; y: number }): { node?: string; pane?: boolean } {
  const element = document.elementFromPoint(x, y);
  const node = element?.closest<HTMLElement>(".react-flow__node")?.dataset.id;
  return node === undefined ? { pane: element?.closest(".react-flow__pane") !== null } : { node };
}

type Handlers = Pick<
  ReactFlowProps<CanvasNode, LineEdge>,
  "onConnect" | "onConnectEnd" | "onReconnect" | "onReconnectStart" | "onReconnectEnd" | "isValidConnection"
>;

export function useConnecting({ openQuickAdd }: Pick<Popups, "openQuickAdd">): Handlers {
  const { session, execute, drafting, store } = useEditor();
  return useMemo(() => {
    const draw = (connection: ReturnType<typeof toConnection>) => {
      session.seal();
      execute(connect(drafting, connection));
    };
    const finish = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const { fromHandle, isValid } = state;
      if (isValid || fromHandle === null || fromHandle.type !== "source" || store.get().reconnecting) return;
      const origin = { source: fromHandle.nodeId, sourcePort: fromHandle.id ?? "" };
      const at = pointOf(event);
      const { node, pane } = under(at);
      if (node !== undefined && node !== origin.source) draw({ ...origin, target: node });
      else if (pane) openQuickAdd({ from: origin, at });
    };
    return {
      isValidConnection: (connection) => {
        const replaced = store.get().reconnecting ?? undefined;
        const { document } = session.getState();
        return (
          connectionRefusal(document, drafting.kinds, toConnection(connection as Connection), replaced) ===
          undefined
        );
      },
      onConnect: (connection) => draw(toConnection(connection)),
      onConnectEnd: finish,
      onReconnectStart: (_event: unknown, edge: LineEdge, _end: HandleType) =>
        store.set({ reconnecting: edge.id }),
      onReconnect: (edge, connection) => {
        session.seal();
        execute(reconnect(drafting, edge.id, toConnection(connection)));
      },
      onReconnectEnd: () => store.set({ reconnecting: null }),
    };
  }, [session, execute, drafting, store, openQuickAdd]);
}
