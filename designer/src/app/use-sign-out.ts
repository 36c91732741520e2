import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { signOut } from "../client/session.ts";
import { flushDocuments, forgetDocuments } from "../document/unfinished.ts";

/** How long what is drawn may take to be stored before the session ends, milliseconds. */
const savingMs = 2_000;

/** Saves what is drawn as far as that goes at once, ends the session and forgets everything that was read in it, even where the server did not answer. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await flushDocuments(savingMs);
    try {
      await signOut();
    } finally {
      // Whoever signs in next must not save it under another name.
      forgetDocuments(null);
      await navigate("/sign-in", { replace: true });
      client.clear();
    }
  };
}
