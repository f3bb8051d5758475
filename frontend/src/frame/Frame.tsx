import { ProgressBar } from "@fluentui/react-components";
import { Navigate, Outlet } from "@tanstack/react-router";
import { useLayoutEffect } from "react";
import { useShortcuts } from "../commands";
import { useDisplay } from "../ui";
import { useCatalogue } from "./catalogue";
import { DropZone } from "./DropZone";
import { FrameCommands } from "./FrameCommands";
import { useIsOpening } from "./files";
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
  const { open } = useCatalogue();
  return (
    <UnsavedGuard>
      <OverlayProvider>
        <FrameCommands />
        <Window open={open} />
        <Overlays />
        <DropZone />
      </OverlayProvider>
    </UnsavedGuard>
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
  // Asked anew: whoever opens a catalogue moves on before the frame has heard of it.
  const { open } = useCatalogue();
  const allowed = withoutCatalogue.test(usePathname());
  return open || allowed ? <Outlet /> : <Navigate to="/" replace />;
}
