/** What lint says of the document as it stands, from a worker of the page's own. */
import type { AnyDocument, Finding, SluiceDocument } from "@sluice/schemas";
import { useEffect, useRef, useState } from "react";
import { serverNow } from "../../client/server-time.ts";
import type { LintState } from "../frame.ts";
import { createLintClient, type LintClient, type LintPort } from "./lint-client.ts";
import type { LintAnswer } from "./lint-message.ts";
import { useSurroundings } from "./use-surroundings.ts";

const none: readonly Finding[] = [];
const checking: LintState = { findings: none, status: "checking" };

function portOf(worker: Worker): LintPort {
  return {
    send: (request) => worker.postMessage(request),
    onAnswer: (listener) => {
      worker.onmessage = ({ data }: MessageEvent<LintAnswer>) => listener(data);
    },
    close: () => worker.terminate(),
  };
}

/** Findings of the latest document; those of the one before stand until they come. */
export function useFindings(document: SluiceDocument): LintState {
  const [state, setState] = useState<LintState>(checking);
  const client = useRef<LintClient>(null);
  const { surroundings, failed } = useSurroundings();
  useEffect(() => {
    const worker = new Worker(new URL("./lint-worker.ts", import.meta.url), { type: "module" });
    worker.onerror = () => setState(({ findings }) => ({ findings, status: "failed" }));
    client.current = createLintClient(
      portOf(worker),
      (findings) => setState({ findings, status: "checked" }),
      serverNow,
    );
    return () => {
      client.current?.close();
      client.current = null;
    };
  }, []);
  useEffect(() => {
    if (surroundings) client.current?.surround(surroundings);
  }, [surroundings]);
  useEffect(() => client.current?.check(document as AnyDocument), [document]);
  return failed && state.status === "checking" ? { findings: none, status: "failed" } : state;
}
