// Go sends empty lists as null; from here on they are lists.
import type { api } from "../../api";

export function wholePlan(plan: api.Plan): api.Plan {
  return {
    ...plan,
    problemCounts: plan.problemCounts ?? [],
    alike: plan.alike ?? [],
    references: plan.references ?? {},
    notes: plan.notes ?? [],
    sheets: (plan.sheets ?? []).map(wholeSheet),
  };
}

function wholeSheet(sheet: api.PlanSheet): api.PlanSheet {
  const columns = (sheet.columns ?? []).map((c) => ({ ...c, sample: c.sample ?? [] }));
  return { ...sheet, key: sheet.key ?? [], columns, values: sheet.values ?? [] };
}

export function wholeRow(row: api.PlanRow): api.PlanRow {
  const problems = (row.problems ?? []).map(wholeProblem);
  return { ...row, cells: row.cells ?? [], problems };
}

export function wholeProblem(problem: api.Problem): api.Problem {
  return { ...problem, suggestions: problem.suggestions ?? [] };
}
