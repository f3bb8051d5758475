// The problems and remarks of a plan, read by the page or all.
import { type api, Import } from "../../api";
import { wholeProblem } from "./whole";

const perRead = 1000;

export async function problemsOf(
  job: string,
  code: string,
  remarks: boolean,
  offset: number,
  limit: number,
) {
  const { total, problems } = await Import.Problems(job, code, remarks, offset, limit);
  return { total, items: (problems ?? []).map(wholeProblem) };
}

/** Reads every problem or remark of a kind. */
export async function allProblems(
  job: string,
  code: string,
  remarks: boolean,
): Promise<api.Problem[]> {
  const all: api.Problem[] = [];
  for (;;) {
    const { total, items } = await problemsOf(job, code, remarks, all.length, perRead);
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
}
