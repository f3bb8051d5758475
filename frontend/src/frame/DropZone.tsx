import { useEffect, useRef, useState } from "react";
import { on } from "../api";
import { fileName, Icon, useNotify } from "../ui";
import { useFiles } from "./files";
import { useBringIn } from "./import";

/** Takes files dropped anywhere on the window: a catalogue is opened, anything else is brought in. */
export function DropZone() {
  const over = useDragOver();
  const files = useFiles();
  const bringIn = useBringIn();
  const notify = useNotify();
  const take = (paths: string[]) => {
    const { catalogues, others } = sortDropped(paths);
    if (others.length > 0) bringIn(others);
    else if (catalogues[0]) files.openPath(catalogues[0]);
    if (catalogues.length + Math.min(others.length, 1) > 1)
      notify({ intent: "info", text: leftOut(catalogues, others) });
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => on("files-dropped", (paths) => latest.current(paths)), []);
  if (!over) return null;
  return (
    <div className="drop-zone" aria-hidden>
      <div className="drop-zone-card">
        <Icon name="import" size={48} />
        <strong>Drop to bring in</strong>
        <span>A spreadsheet is imported, a catalogue is opened.</span>
      </div>
    </div>
  );
}

/** Dropped files by what happens to them. */
export function sortDropped(paths: string[]): { catalogues: string[]; others: string[] } {
  const isCatalogue = (path: string) => path.toLowerCase().endsWith(".cadastre");
  return {
    catalogues: paths.filter(isCatalogue),
    others: paths.filter((path) => !isCatalogue(path)),
  };
}

function leftOut(catalogues: string[], others: string[]): string {
  const left = others.length > 0 ? catalogues : catalogues.slice(1);
  return `One catalogue is open at a time: ${left.map(fileName).join(", ")} was left aside.`;
}

/**
 * Whether files are being dragged over the window. Also keeps the web view from
 * showing a dropped file in place of the page.
 */
function useDragOver(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const end = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
      setOver(false);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    window.addEventListener("dragover", drag);
    window.addEventListener("drop", end);
    window.addEventListener("dragleave", leave);
    return () => {
      window.removeEventListener("dragover", drag);
      window.removeEventListener("drop", end);
      window.removeEventListener("dragleave", leave);
    };
  }, []);
  return over;
}

/** Web views differ in what they call files that come from outside. */
function carriesFiles({ dataTransfer }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  return types.includes("Files") || types.includes("text/uri-list");
}
