/** The place that somebody asked to see: its node is chosen and centred, its field told to the inspector. */
import { useEffect, useState } from "react";
import type { PlaceAsked } from "../document/drawing.ts";
import { edgeById, type WorkflowDocument } from "../editor/workflow/model.ts";
import { useEditor } from "./editor-context.ts";
import { type Place, placeOf } from "./problems.ts";

export function useAskedPlace(
  document: WorkflowDocument,
  asked: PlaceAsked | null,
  select: (ids: readonly string[]) => void,
  reveal: (id: string, centre?: boolean) => void,
): Place | null {
  const { store } = useEditor();
  const [place, setPlace] = useState<Place | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking is answered once, on the document of that moment
  useEffect(() => {
    if (asked === null) return;
    const found = placeOf(document, asked.path);
    setPlace(found);
    if (found.type === "document") {
      select([]);
      return;
    }
    const id = found.type === "node" ? found.id : (edgeById(document, found.id)?.source ?? "");
    if (found.type === "edge") store.set({ chosenEdge: found.id });
    select([id]);
    reveal(id, true);
  }, [asked]);
  return place;
}
