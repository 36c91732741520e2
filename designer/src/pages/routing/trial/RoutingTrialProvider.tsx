/** Holds the page's try-it while its panel opens and closes, and asks again when the drawing has changed. */
import type { SluiceDocument } from "@sluice/schemas";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { previewRouting } from "../../../client/routing.ts";
import { type Trial, TrialContext } from "../../../trial/trial-context.ts";
import { firstStory, type TrialStory } from "../../../trial/trial-story.ts";
import { type RoutingTrial, RoutingTrialContextProvider, toPreviewRequest } from "./routing-trial.ts";

interface Order {
  readonly story: TrialStory;
  readonly category: string | undefined;
  readonly document: SluiceDocument<"routing">;
}

export function RoutingTrialProvider({ children }: { children: ReactNode }) {
  const [story, setStory] = useState(firstStory);
  const [category, setCategory] = useState<string>();
  const order = useMutation({
    mutationFn: async ({ story: tried, category: chosen, document }: Order) => ({
      answer: await previewRouting(toPreviewRequest(tried, chosen, document)),
      document,
    }),
  });
  const [last, setLast] = useState<Awaited<ReturnType<typeof order.mutateAsync>> | null>(null);
  const { mutate, reset, isPending, error } = order;
  const trial = useMemo((): RoutingTrial => {
    const run = (tried: TrialStory, document: SluiceDocument<"routing">) => {
      setStory(tried);
      mutate({ story: tried, category, document }, { onSuccess: setLast });
    };
    const clear = () => {
      setLast(null);
      reset();
    };
    const { answer = null, document: ranOn = null } = last ?? {};
    return { category, setCategory, answer, ranOn, running: isPending, error, run, clear };
  }, [category, last, isPending, error, mutate, reset]);
  const form = useMemo(
    (): Trial => ({
      story,
      setStory,
      run: () => undefined,
      running: isPending,
      answer: null,
      ranOn: [],
      error,
      at: null,
      setAt: () => undefined,
      clear: trial.clear,
    }),
    [story, isPending, error, trial.clear],
  );
  return (
    <TrialContext value={form}>
      <RoutingTrialContextProvider value={trial}>{children}</RoutingTrialContextProvider>
    </TrialContext>
  );
}
