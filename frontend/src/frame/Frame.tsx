import { Button, ProgressBar } from "@fluentui/react-components";
import { Navigate, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useLayoutEffect, useState } from "react";
import { useShortcuts } from "../commands";
import { ErrorNotice, useDisplay } from "../ui";
import { useCatalogue, useCatalogueQuery } from "./catalogue";
import { DropZone } from "./DropZone";
import { FrameCommands } from "./FrameCommands";
import { useIsOpening, useStartPage } from "./files";
import { useStayInside } from "./inside";
import { Overlays } from "./Overlays";
import { OverlayProvider } from "./overlay";
import { focusPage } from "./panes";
import { usePathname } from "./place";
import { useRememberRecent } from "./recent";
import { SideNav } from "./SideNav";
import { StandingBars } from "./StandingBars";
import { TopBar } from "./TopBar";
import { UnsavedGuard } from "./UnsavedGuard";
import "./frame.css";

/** What stands around every page. */
export function Frame() {
  const { data, error, refetch } = useCatalogueQuery();
  if (error && !data) return <StartError error={error} onGoOn={() => refetch()} />;
  if (!data) return null;
  return (
    <UnsavedGuard>
      <OverlayProvider>
        <FrameCommands />
        <Window open={data.open} />
        <Overlays />
        <DropZone />
      </OverlayProvider>
    </UnsavedGuard>
  );
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

function Window({ open }: { open: boolean }) {
  useShortcuts();
  useStayInside();
  useRememberRecent();
  useBeginAtTop();
  useDisplay(); // its counts follow a change at once
  const opening = useIsOpening();
  return (
    <div className={open ? "frame" : "frame no-nav"}>
      <button type="button" className="skip-link" onClick={focusPage}>
        Skip to the page
      </button>
      <TopBar />
      {opening && <ProgressBar className="opening" aria-label="Opening the catalogue" />}
      <StandingBars />
      {open && <SideNav />}
      <main id="page" className="page" tabIndex={-1}>
        <Page />
      </main>
    </div>
  );
}

/** Every screen begins at its top; from record to record of a list one stays where one looks. */
function useBeginAtTop() {
  const screen = usePathname().replace(/^(\/a\/[^/]+\/t\/[^/]+\/).+/, "$1");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen is the reason
  useLayoutEffect(() => {
    document.getElementById("page")?.scrollTo(0, 0);
  }, [screen]);
}

const withoutCatalogue = /^\/($|settings|help)/;

function Page() {
  const starting = useStartAtList();
  // Asked anew: whoever opens a catalogue moves on before the frame has heard of it.
  const { open } = useCatalogue();
  const allowed = withoutCatalogue.test(usePathname());
  if (starting) return null;
  return open || allowed ? <Outlet /> : <Navigate to="/" replace />;
}

/** A window that starts with a catalogue starts in its first list. True while that is on its way. */
function useStartAtList(): boolean {
  const state = useCatalogue();
  const start = useStartPage();
  // What is shown, not where the address leads: that is there before its page.
  const atHome = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname === "/" });
  const [step, setStep] = useState<"first" | "leaving" | "done">(
    state.open && atHome ? "first" : "done",
  );
  useEffect(() => {
    if (step === "first") setStep(start(state) ? "leaving" : "done");
    if (step === "leaving" && !atHome) setStep("done");
  }, [step, atHome, start, state]);
  return step !== "done" && atHome;
}
