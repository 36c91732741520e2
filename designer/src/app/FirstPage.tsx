/** `/`: agents begin with their tickets, everybody else with the overview. */
import { useQuery } from "@tanstack/react-query";
import { Navigate } from "react-router";
import { meQuery } from "../client/session.ts";

export function FirstPage() {
  const me = useQuery(meQuery).data;
  return <Navigate to={me?.role === "agent" ? "/tickets" : "/overview"} replace />;
}
