/** The app's providers, outermost first. */
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { RouterProvider } from "react-router/dom";
import { createQueryClient } from "./query-client.ts";
import { createRoutes } from "./routes.tsx";
import { ThemeProvider } from "./theme/ThemeProvider.tsx";

export function SluiceApp() {
  const [client] = useState(createQueryClient);
  const [router] = useState(createRoutes);
  return (
    <QueryClientProvider client={client}>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </QueryClientProvider>
  );
}
