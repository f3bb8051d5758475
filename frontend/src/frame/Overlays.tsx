import { lazy, Suspense } from "react";
import { KeySheet } from "../commands/KeySheet";
import { BackupsDialog } from "./BackupsDialog";
import { ChooseCatalogue } from "./ChooseCatalogue";
import { ConfirmStep } from "./ConfirmStep";
import { useCatalogue } from "./catalogue";
import { useOverlays } from "./overlay";
import { Palette } from "./Palette";
import { Pending } from "./Pending";

const QuickCreate = lazy(() => import("../form/QuickCreate"));

const Print = lazy(() => import("../print/Print"));

/** What lies over the page just now. */
export function Overlays() {
  const { overlay, hide } = useOverlays();
  const { pending } = useCatalogue();
  if (pending) return <Pending key={pending.path} pending={pending} />;
  switch (overlay?.kind) {
    case "palette":
      return <Palette text={overlay.text} onClose={hide} />;
    case "keys":
      return <KeySheet onClose={hide} />;
    case "backups":
      return <BackupsDialog {...overlay} onClose={hide} />;
    case "choose-catalogue":
      return <ChooseCatalogue paths={overlay.paths} onClose={hide} />;
    case "create":
      return (
        <Suspense>
          <QuickCreate table={overlay.table} open onClose={hide} />
        </Suspense>
      );
    case "print":
      return (
        <Suspense>
          <Print {...overlay} onClose={hide} />
        </Suspense>
      );
    case "confirm-step":
      return <ConfirmStep word={overlay.word} step={overlay.step} onClose={hide} />;
    default:
      return null;
  }
}
