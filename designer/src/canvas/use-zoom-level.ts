/** How much a card shows: everything, icon and name, or a block of colour. Written on the frame; no card renders again. */
import { useStore } from "@xyflow/react";
import { type RefObject, useLayoutEffect } from "react";

export function useZoomLevel(frame: RefObject<HTMLElement | null>): void {
  const level = useStore(({ transform: [, , zoom] }) =>
    zoom < 0.25 ? "block" : zoom < 0.5 ? "name" : "full",
  );
  useLayoutEffect(() => {
    if (frame.current) frame.current.dataset.level = level;
  }, [frame, level]);
}
