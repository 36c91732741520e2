/** The page's try-it: which ticket, and what the drawn policy would do with it. */
import type { SluiceDocument } from "@sluice/schemas";
import { createContext, useContext } from "react";
import type { RoutingPreview, RoutingPreviewRequest } from "../../../client/routing.ts";
import { toTicketInput } from "../../../ticket-form/ticket-form.ts";
import type { TrialStory } from "../../../trial/trial-story.ts";

export interface RoutingTrial {
  /** A category instead of what the rules would say. */
  readonly category: string | undefined;
  readonly setCategory: (category: string | undefined) => void;
  readonly answer: RoutingPreview | null;
  /** The draft that the answer is about. */
  readonly ranOn: SluiceDocument<"routing"> | null;
  readonly running: boolean;
  readonly error: unknown;
  readonly run: (story: TrialStory, document: SluiceDocument<"routing">) => void;
  readonly clear: () => void;
}

const none: RoutingTrial = {
  category: undefined,
  setCategory: () => undefined,
  answer: null,
  ranOn: null,
  running: false,
  error: null,
  run: () => undefined,
  clear: () => undefined,
};

const Context = createContext<RoutingTrial>(none);

export const RoutingTrialContextProvider = Context.Provider;

/** The page's try-it; an idle one where there is none. */
export const useRoutingTrial = (): RoutingTrial => useContext(Context);

/** The body of `POST /preview/routing`. */
export function toPreviewRequest(
  { source, form }: TrialStory,
  category: string | undefined,
  policy: SluiceDocument<"routing">,
): RoutingPreviewRequest {
  if (source.kind === "stored" && source.ticketId !== null) return { policy, ticket: source.ticketId };
  return { policy, ticket: { ...toTicketInput(form), ...(category === undefined ? {} : { category }) } };
}
