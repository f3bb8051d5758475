import { Button } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { createHashHistory, RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import type { api } from "../api";
import { useModel } from "../model";
import { ErrorNotice } from "../ui";
import { useCatalogueQuery } from "./catalogue";
import { createPages } from "./router";
import { startAddress } from "./start";
import "./frame.css";

/** The window's pages, once it is known which catalogue is open. */
export function Pages() {
  const { data, error, refetch } = useCatalogueQuery();
  if (data) return <Begun state={data} />;
  return error && <StartError error={error} onGoOn={() => refetch()} />;
}

/** Begins where the address leads, or at the start of the catalogue that is open already: nothing else is made before. */
function Begun({ state }: { state: api.State }) {
  const model = useModel();
  const queries = useQueryClient();
  const [router] = useState(() => {
    const history = createHashHistory();
    const start = history.location.pathname === "/" && startAddress(state, model, queries);
    if (start) history.replace(start);
    return createPages(history);
  });
  return <RouterProvider router={router} />;
}

/** The catalogue that the program was started with cannot be opened; others can. */
function StartError({ error, onGoOn }: { error: Error; onGoOn(): void }) {
  return (
    <main className="start-error">
      <h1 className="page-title">Cadastre</h1>
      <ErrorNotice error={error} />
      <Button appearance="primary" onClick={onGoOn}>
        Go on without it
      </Button>
    </main>
  );
}
