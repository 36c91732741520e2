/** The cache of what the api answered. */
import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "../client/errors.ts";

/** Only what may pass by itself is tried again: no answer, or a server that failed. */
const mayPass = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status === 0 || error.status >= 500;

/** A client with the app's defaults; live events say what is stale, hence no refetch on focus. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, error) => count < 2 && mayPass(error),
        retryDelay: (attempt) => 1_000 * 2 ** attempt,
        staleTime: 15_000,
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false },
    },
  });
