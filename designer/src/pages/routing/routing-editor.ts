/** What the parts of the routing drawing share: the document, how to change it, the live figures, what is open. */
import { createContext, useContext } from "react";
import type { DrawingProps } from "../../document/drawing.ts";
import type { StepPlace } from "../../editor/routing/step-commands.ts";
import type { Names } from "../../explain/names.ts";
import type { PolicyLoad } from "./live-load.ts";

/** What is open beside the drawing. */
export type OpenPanel =
  | { readonly type: "route"; readonly route: string }
  | ({ readonly type: "step" } & StepPlace)
  | { readonly type: "pool"; readonly pool: string }
  | null;

export interface RoutingEditor extends DrawingProps<"routing"> {
  /** `null` until the first answer. */
  readonly load: PolicyLoad | null;
  readonly names: Names;
  readonly panel: OpenPanel;
  readonly open: (panel: OpenPanel) => void;
  /** Says aloud what a key did. */
  readonly tell: (text: string) => void;
}

const Context = createContext<RoutingEditor | null>(null);

export const RoutingEditorProvider = Context.Provider;

/** The drawing around this part. */
export function useRoutingEditor(): RoutingEditor {
  const editor = useContext(Context);
  if (editor === null) throw new Error("a part of the routing drawing stands outside of it");
  return editor;
}
