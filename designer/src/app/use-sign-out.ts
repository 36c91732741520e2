import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { signOut } from "../client/session.ts";

/** Ends the session and forgets everything that was read in it, even where the server did not answer. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await signOut();
    } finally {
      await navigate("/sign-in", { replace: true });
      client.clear();
    }
  };
}
