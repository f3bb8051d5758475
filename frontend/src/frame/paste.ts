import { clipboardText, Import } from "../api";
import { useFail } from "../ui";
import { useBringIn } from "./import";

/** Begins an import of a block of cells: of the one given, or of what is on the clipboard. */
export function usePasteIn(): (block?: string) => void {
  const bringIn = useBringIn();
  const fail = useFail();
  return (block) => {
    const text = block === undefined ? clipboardText() : Promise.resolve(block);
    text
      .then(Import.Paste)
      .then((name) => bringIn([name]))
      .catch(fail);
  };
}
