import "@fontsource-variable/inter/wght.css";
import "./main.css";
import "./ui/ui.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";

void import("./features/records/ListPage"); // nearly every start leads to a list: it comes while Go answers

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
