/** Tries tickets beside the page, so that typing never waits for two thousand rules. */
import { createTrial } from "./create-trial.ts";
import type { TryRequest } from "./try-message.ts";

const answer = createTrial();

self.onmessage = ({ data }: MessageEvent<TryRequest>) => self.postMessage(answer(data));
