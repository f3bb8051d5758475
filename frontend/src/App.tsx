import { FluentProvider, Title1 } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { dark, light } from "./theme";

const preference = window.matchMedia("(prefers-color-scheme: dark)");

function onPreferenceChange(notify: () => void) {
  preference.addEventListener("change", notify);
  return () => preference.removeEventListener("change", notify);
}

export function App() {
  const prefersDark = useSyncExternalStore(onPreferenceChange, () => preference.matches);
  return (
    <FluentProvider theme={prefersDark ? dark : light}>
      <main>
        <Title1 as="h1">Cadastre</Title1>
      </main>
    </FluentProvider>
  );
}
