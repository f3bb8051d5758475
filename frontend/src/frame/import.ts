import { Import } from "../api";
import { useFail } from "../ui";
import { useCatalogue } from "./catalogue";
import { useGo } from "./go";
import { useOverlays } from "./overlay";
import { usePathname } from "./place";

/**
 * Begins an import, of the files named or of files still to be chosen; asks for a catalogue first when none is
 * open. Where an import is on screen already, it asks for the files of another.
 */
export function useBringIn(): (paths?: string[]) => void {
  const { open } = useCatalogue();
  const { show } = useOverlays();
  const fail = useFail();
  const go = useGo();
  const here = usePathname() === "/import";
  const choose = () =>
    Import.Choose().then((paths) => (paths?.length ? go.import(paths) : undefined), fail);
  return (paths) => {
    if (!open) show({ kind: "choose-catalogue", paths });
    else if (here && !paths) void choose();
    else go.import(paths);
  };
}
