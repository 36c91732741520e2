/**
 * How the app is built: `dist/app`, served by the api at `/`.
 * The workspace's packages are read from their sources, so that a build is never older than they are.
 */
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const source = (room: string) => fileURLToPath(new URL(`../${room}/src/index.ts`, import.meta.url));

// Libraries behave otherwise under `test` (all ids are alike): a build is for production, whoever asks for it.
if (process.argv.includes("build")) process.env.NODE_ENV = "production";

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: [
      {
        find: /^@sluice\/schemas\/starter$/,
        replacement: fileURLToPath(new URL("../schemas/src/starter.ts", import.meta.url)),
      },
      { find: /^@sluice\/schemas$/, replacement: source("schemas") },
      { find: /^@sluice\/engine$/, replacement: source("engine") },
    ],
  },
  build: { outDir: "dist/app", target: "es2022", sourcemap: false, chunkSizeWarningLimit: 1_500 },
  server: { port: 5173, proxy: { "/api": { target: "http://127.0.0.1:3000" } } },
});
