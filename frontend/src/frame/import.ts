import { useCatalogue } from "./catalogue";
import { useGo } from "./go";
import { useOverlays } from "./overlay";

/** Begins an import, of the files named or of files still to be chosen; asks for a catalogue first when none is open. */
export function useBringIn(): (paths?: string[]) => void {
  const { open } = useCatalogue();
  const { show } = useOverlays();
  const go = useGo();
  return (paths) => (open ? go.import(paths) : show({ kind: "choose-catalogue", paths }));
}
