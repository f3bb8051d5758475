import { Activity, memo, useState } from "react";
import { createPortal } from "react-dom";
import type { api } from "../../api";
import { PlanView } from "./PlanView";
import { plainly } from "./session";

/**
 * The screen of a plan, made beside the page while there is none yet and nothing else is to be done. Nobody
 * sees it and nothing of it acts; but the styles of all its parts are there when the first plan is. It is made once.
 */
export const Prepared = memo(function Prepared() {
  const [aside] = useState(() => document.createElement("div"));
  return createPortal(
    <Activity mode="hidden">
      <PlanView state={before} plan={empty} />
    </Activity>,
    aside,
  );
});

const before = { options: plainly([]).options, past: [], offers: [] };

const counts = { read: 0, created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 };

const column: api.PlanColumn = {
  column: 0,
  letter: "A",
  header: "",
  field: "",
  how: "unplaced",
  filled: 1,
  open: 0,
  sample: [],
};

const sheet: api.PlanSheet = {
  file: "",
  sheet: "",
  table: "",
  why: "",
  headerRow: 1,
  key: [],
  counts,
  columns: [column],
  part: "",
  derived: false,
  values: [],
};

const empty: api.Plan = {
  job: "",
  reading: true,
  counts,
  sheets: [sheet],
  problems: 0,
  remarks: 0,
  problemCounts: [],
  alike: [],
  conflicts: { open: 0, kept: 0, taken: 0 },
  deletions: 0,
  deleted: 0,
  source: "",
  waiting: 0,
  toCorrect: 0,
  questions: 0,
  open: 0,
  references: {},
  notes: [],
  blocked: "",
  askDayFirst: false,
};
