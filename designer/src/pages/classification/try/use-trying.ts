/** The worker of the page: what it is told, and what it last answered. */
import type { ConditionTrace, SluiceDocument } from "@sluice/schemas";
import { useQueries } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { catalogQuery } from "../../../client/workspace.ts";
import { useSurroundings } from "../../../document/lint/use-surroundings.ts";
import { createTryClient, type TryClient, type TryPort } from "./try-client.ts";
import type { TriedTicket, TryReply, TrySurroundings } from "./try-message.ts";

const queries = [catalogQuery] as const;

function portOf(worker: Worker): TryPort {
  return {
    send: (request) => worker.postMessage(request),
    onReply: (listener) => {
      worker.onmessage = ({ data }: MessageEvent<TryReply>) => listener(data);
    },
    close: () => worker.terminate(),
  };
}

function useTrySurroundings(): TrySurroundings | null {
  const { surroundings } = useSurroundings();
  const [catalog] = useQueries({ queries });
  return useMemo(() => {
    if (!surroundings || !catalog.data) return null;
    const { documents, settings, people } = surroundings;
    const fetched = catalog.data.facts.filter((fact) => fact.fetched === true).map(({ id }) => id);
    return { documents, settings, people, fetched } as TrySurroundings;
  }, [surroundings, catalog.data]);
}

export interface Trying {
  readonly reply: TryReply | null;
  /** What a rule in sight saw, by its place. */
  readonly traces: ReadonlyMap<number, ConditionTrace>;
  /** The worker could not be started, or broke. */
  readonly broken: boolean;
  readonly look: (places: readonly number[]) => void;
}

/** A reply about rules that came into sight adds to the last answer; what was known stays the very same. */
function mergeReply(old: TryReply | null, reply: TryReply): TryReply {
  if (old === null || reply.fresh) return reply;
  const known = new Map(old.traces);
  const traces = reply.traces.map(([place, trace]) => [place, known.get(place) ?? trace] as const);
  return { ...old, traces };
}

const noTraces: ReadonlyMap<number, ConditionTrace> = new Map();

/** Tries `ticket` on the document as it stands. */
export function useTrying(document: SluiceDocument<"classification">, ticket: TriedTicket | null): Trying {
  const [reply, setReply] = useState<TryReply | null>(null);
  const [broken, setBroken] = useState(false);
  const client = useRef<TryClient>(null);
  const surroundings = useTrySurroundings();
  useEffect(() => {
    const worker = new Worker(new URL("./try-worker.ts", import.meta.url), { type: "module" });
    worker.onerror = () => setBroken(true);
    client.current = createTryClient(portOf(worker), (reply) => setReply((old) => mergeReply(old, reply)));
    return () => {
      client.current?.close();
      client.current = null;
    };
  }, []);
  useEffect(() => {
    if (surroundings) client.current?.change({ surroundings });
  }, [surroundings]);
  useEffect(() => client.current?.change({ document }), [document]);
  const sight = useRef<readonly number[]>([]);
  const trying = ticket !== null;
  useEffect(() => client.current?.change({ ticket, look: sight.current }), [ticket]);
  /** Without a ticket nobody asks about rules in sight. */
  const look = useCallback(
    (places: readonly number[]) => {
      sight.current = places;
      if (trying) client.current?.change({ look: places });
    },
    [trying],
  );
  const traces = useMemo(() => (reply ? new Map(reply.traces) : noTraces), [reply]);
  return { reply, traces, broken, look };
}
