import "@fontsource-variable/inter/wght.css";
import "./main.css";
import "./ui/ui.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";

// Everything is laid out, and columns are fitted, once and in the page's own font.
await document.fonts.load('14px "Inter Variable"').catch(() => {}); // without it another one is shown

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

/** After how long the first list is surely seen. Most open a record then, whose code is read meanwhile. */
const seen = 1500;
setTimeout(() => void import("./features/records/RecordPage"), seen);
