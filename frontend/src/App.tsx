import { FluentProvider } from "@fluentui/react-components";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { ExportCommands } from "./features/export/ExportCommands";
import { usePreferences } from "./frame/preferences";
import { createQueries, refreshOnChange } from "./frame/queries";
import { createPages } from "./frame/router";
import { ModelProvider } from "./model";
import { NotifyProvider } from "./ui";
import { dark, light } from "./ui/theme";

const scheme = window.matchMedia("(prefers-color-scheme: dark)");

function onSchemeChange(notify: () => void) {
  scheme.addEventListener("change", notify);
  return () => scheme.removeEventListener("change", notify);
}

/** The theme and density that the person chose. */
function Appearance({ children }: { children: ReactNode }) {
  const prefersDark = useSyncExternalStore(onSchemeChange, () => scheme.matches);
  const [{ theme, density }] = usePreferences();
  const isDark = theme === "dark" || (theme !== "light" && prefersDark);
  useEffect(() => {
    document.documentElement.dataset.density = density || "comfortable";
    document.documentElement.style.colorScheme = isDark ? "dark" : "light";
  }, [density, isDark]);
  return <FluentProvider theme={isDark ? dark : light}>{children}</FluentProvider>;
}

export function App() {
  const [queries] = useState(createQueries);
  const [router] = useState(() => createPages());
  useEffect(() => refreshOnChange(queries), [queries]);
  return (
    <QueryClientProvider client={queries}>
      <Appearance>
        <NotifyProvider>
          <ModelProvider>
            <RouterProvider router={router} />
            <ExportCommands />
          </ModelProvider>
        </NotifyProvider>
      </Appearance>
    </QueryClientProvider>
  );
}
