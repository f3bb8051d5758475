import { lazy, Suspense } from "react";
import { KeySheet } from "../commands/KeySheet";
import { ChooseCatalogue } from "./ChooseCatalogue";
import { useOverlays } from "./overlay";
import { Palette } from "./Palette";

const QuickCreate = lazy(() => import("../form/QuickCreate"));

/** What lies over the page just now. */
export function Overlays() {
  const { overlay, hide } = useOverlays();
  switch (overlay?.kind) {
    case "palette":
      return <Palette text={overlay.text} onClose={hide} />;
    case "keys":
      return <KeySheet onClose={hide} />;
    case "choose-catalogue":
      return <ChooseCatalogue paths={overlay.paths} onClose={hide} />;
    case "create":
      return (
        <Suspense>
          <QuickCreate table={overlay.table} open onClose={hide} />
        </Suspense>
      );
    default:
      return null;
  }
}
