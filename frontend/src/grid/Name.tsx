import type { api } from "../api";

/** The name of a record, which opens it, and what must be known about the record at once. */
export function Name({ row, text }: { row: api.Row; text: string }) {
  return (
    <>
      <button type="button" tabIndex={-1} className="grid-name" data-open="">
        <span>{text || "(no name)"}</span>
      </button>
      {row.stub && <span className="grid-note">known by name only</span>}
      {row.state === "inactive" && <span className="grid-note">inactive</span>}
    </>
  );
}
