import { FluentProvider } from "@fluentui/react-components";
import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { ExportCommands } from "./features/export/ExportCommands";
import { askAhead } from "./frame/ahead";
import { Pages } from "./frame/Pages";
import { preferencesQuery, useLayout, usePreferences } from "./frame/preferences";
import { createQueries, refreshOnChange } from "./frame/queries";
import { ModelProvider } from "./model";
import { NotifyProvider } from "./ui";
import { dark, light } from "./ui/theme";

const scheme = window.matchMedia("(prefers-color-scheme: dark)");

function onSchemeChange(notify: () => void) {
  scheme.addEventListener("change", notify);
  return () => scheme.removeEventListener("change", notify);
}

/** The theme and density that the person chose; nothing is shown before they are known. */
function Appearance({ children }: { children: ReactNode }) {
  const prefersDark = useSyncExternalStore(onSchemeChange, () => scheme.matches);
  const { isPending } = useQuery(preferencesQuery);
  const [{ theme, density }] = usePreferences();
  const isDark = theme === "dark" || (theme !== "light" && prefersDark);
  const [shown, remember] = useLayout("scheme", "");
  const now = isDark ? "dark" : "light";
  useLayoutEffect(() => {
    if (isPending) return;
    document.documentElement.dataset.density = density || "comfortable";
    document.documentElement.style.colorScheme = now;
  }, [isPending, density, now]);
  useEffect(() => {
    if (!isPending && (shown || "light") !== now) remember(now); // the next window begins in it
  }, [isPending, shown, now, remember]);
  if (isPending) return null;
  return <FluentProvider theme={isDark ? dark : light}>{children}</FluentProvider>;
}

export function App() {
  const [queries] = useState(() => {
    const made = createQueries();
    askAhead(made);
    return made;
  });
  useEffect(() => refreshOnChange(queries), [queries]);
  return (
    <QueryClientProvider client={queries}>
      <Appearance>
        <NotifyProvider>
          <ModelProvider>
            <Pages />
            <ExportCommands />
          </ModelProvider>
        </NotifyProvider>
      </Appearance>
    </QueryClientProvider>
  );
}
