/** Starts the app: language first, so that nothing is ever painted in the wrong one. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { getPreferences } from "./app/preferences.ts";
import { SluiceApp } from "./app/SluiceApp.tsx";
import { startLanguage } from "./messages/language.ts";
import { letTabGoOn } from "./ui/tab-goes-on.ts";
import "./base.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
letTabGoOn(document);
await startLanguage(getPreferences().language);
createRoot(root).render(
  <StrictMode>
    <SluiceApp />
  </StrictMode>,
);
