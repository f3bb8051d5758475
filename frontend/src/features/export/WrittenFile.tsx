import { fileName } from "../../ui";
import type { Written } from "./useExport";

/** What was written, where it is, and what is to be known about it. */
export function WrittenFile({ written }: { written: Written }) {
  return (
    <div role="status">
      <p className="export-written">
        <b>{fileName(written.path)}</b> is written.
        <span className="quiet export-path">{written.path}</span>
      </p>
      <ul className="export-notes">
        {written.notes.map((note, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be the same, and none comes or goes
          <li key={i}>{note}</li>
        ))}
      </ul>
    </div>
  );
}
