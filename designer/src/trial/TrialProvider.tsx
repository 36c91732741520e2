/** Holds a page's trial while its panels open and close. */
import type { AnyDocument } from "@sluice/schemas";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { simulate } from "../client/trials.ts";
import { TrialContext } from "./trial-context.ts";
import { firstStory, type TrialStory, toTrialRequest } from "./trial-story.ts";

interface Order {
  readonly story: TrialStory;
  readonly documents: readonly AnyDocument[];
}

export function TrialProvider({ children }: { children: ReactNode }) {
  const [story, setStory] = useState(firstStory);
  const [at, setAt] = useState<number | null>(null);
  const order = useMutation({
    mutationFn: ({ story: tried, documents }: Order) => simulate(toTrialRequest(tried, documents)),
    onMutate: () => setAt(null),
  });
  const trial = {
    story,
    setStory,
    run: (tried: TrialStory, documents: readonly AnyDocument[]) => {
      setStory(tried);
      order.mutate({ story: tried, documents });
    },
    running: order.isPending,
    answer: order.data ?? null,
    ranOn: order.variables?.documents ?? [],
    error: order.error,
    at,
    setAt,
    clear: () => order.reset(),
  };
  return <TrialContext value={trial}>{children}</TrialContext>;
}
