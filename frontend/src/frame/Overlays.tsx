import { KeySheet } from "../commands/KeySheet";
import { QuickCreate } from "../form";
import { ChooseCatalogue } from "./ChooseCatalogue";
import { useOverlays } from "./overlay";
import { Palette } from "./Palette";

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
      return <QuickCreate open table={overlay.table} onClose={hide} />;
    default:
      return null;
  }
}
