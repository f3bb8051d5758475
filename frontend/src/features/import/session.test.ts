import { afterEach, beforeEach, expect, test } from "vitest";
import type { api } from "../../api";
import { fakeWindow } from "../../test-window";
import { recognise, withSheet } from "./options";
import { ImportSession, keptAs, plainly, stays } from "./session";
import { counts, plan, sheet } from "./testing";

const at = { file: "/in/a.csv", sheet: "a" };

const begun = {
  phase: "",
  done: 0,
  total: 0,
  finished: false,
  result: "",
  notes: [],
  previews: 0,
};

/** A planner whose jobs end when the test says so. */
class Planner {
  readonly jobs: api.Job[] = [];
  readonly asked: api.ImportOptions[] = [];
  readonly dropped: string[] = [];
  /** What was asked of it, in order. */
  readonly calls: string[] = [];
  /** What starting waits for. */
  gate: Promise<void> = Promise.resolve();
  readonly offers: api.MappingOffer[] = [];
  /** What the plans say beside their notes. */
  planned: Partial<api.Plan> = {};
  readonly emit: (event: string, payload: unknown) => void;

  constructor() {
    this.emit = fakeWindow({
      Import: {
        Start: async (options: api.ImportOptions) => {
          this.asked.push(options);
          const job = this.#job("import");
          await this.gate;
          this.calls.push(`begun ${job.id}`);
          return job;
        },
        Plan: (job: string) =>
          plan({ job, notes: [`plan of ${job}`], ...this.planned, ...this.head(job) }),
        Apply: () => this.#job("apply"),
        Offers: () => this.offers,
        Discard: (job: string) => {
          this.calls.push(`dropped ${job}`);
          this.dropped.push(job);
        },
      },
      Jobs: {
        Get: (id: string) => this.jobs.find((j) => j.id === id),
        Cancel: (id: string) => this.end(id, { code: "cancelled", message: "Stopped." }),
      },
    });
  }

  #job(kind: string): api.Job {
    const id = `job-${this.jobs.length + 1}`;
    const job = { ...begun, id, kind };
    this.jobs.push(job);
    return job;
  }

  /** What is known of the plan of a job under way: its previews are numbered, and as many are its rows. */
  head(id: string): Partial<api.Plan> | undefined {
    const job = this.jobs.find((j) => j.id === id);
    if (!job || job.finished) return undefined;
    return { reading: true, counts: counts({ created: job.previews }) };
  }

  preview(id: string): void {
    const at = this.jobs.findIndex((j) => j.id === id);
    const job = this.jobs[at];
    if (!job) return;
    this.jobs[at] = { ...job, previews: job.previews + 1 };
    this.emit("job", this.jobs[at]);
  }

  end(id: string, error?: Partial<api.Fault>): void {
    const at = this.jobs.findIndex((j) => j.id === id);
    const job = this.jobs[at];
    if (!job || job.finished) return;
    const made = { seq: 7, created: 2, updated: 0, deleted: 0, summary: "", id: "" };
    const ended = { ...job, finished: true, error: error as api.Fault | undefined, made };
    this.jobs[at] = ended;
    this.emit("job", ended);
  }
}

let planner: Planner;
let session: ImportSession;
beforeEach(() => {
  planner = new Planner();
  session = new ImportSession();
});

// Who waits for a job asks for it until it ends, also in the tests that come after.
afterEach(async () => {
  for (const job of planner.jobs) planner.end(job.id);
  await settle();
});

const settle = () => new Promise((resolve) => setTimeout(resolve));

async function planned(): Promise<api.ImportOptions> {
  session.begin([at.file]);
  await settle();
  planner.end("job-1");
  await settle();
  return session.state().options as api.ImportOptions;
}

test("files are planned, and the plan is shown when its job has ended", async () => {
  session.begin([at.file]);
  await settle();
  expect(session.state()).toMatchObject({ busy: "plan", job: { id: "job-1" } });
  expect(session.state().plan).toBeUndefined();
  planner.end("job-1");
  await settle();
  expect(session.state().plan?.job).toBe("job-1");
  expect(session.state().busy).toBeUndefined();
});

test("what is known of a plan is shown and grows while the files are read", async () => {
  session.begin([at.file]);
  await settle();
  planner.preview("job-1");
  await settle();
  const first = session.state();
  expect(first).toMatchObject({ busy: "plan", plan: { reading: true, counts: { read: 1 } } });
  planner.preview("job-1");
  await settle();
  expect(session.state().plan?.counts.read).toBe(2);
  planner.end("job-1");
  await settle();
  expect(session.state().plan?.reading).toBe(false);
  expect(session.state().busy).toBeUndefined();
});

test("the first rows can be asked for as soon as they are known, before the plan has come", async () => {
  const planned: boolean[] = [];
  session.subscribe(() => {
    const { previewed, plan } = session.state();
    if (previewed === "job-1") planned.push(plan !== undefined);
  });
  session.begin([at.file]);
  await settle();
  expect(planned).toEqual([]);
  planner.preview("job-1");
  await settle();
  expect(planned).toEqual([false, true]);
});

test("cancelling while the first rows are shown leaves no files and no plan", async () => {
  session.begin([at.file]);
  await settle();
  planner.preview("job-1");
  await settle();
  session.cancel();
  await settle();
  expect(session.state()).toEqual({ past: [], offers: [], error: undefined });
  expect(planner.dropped).toContain("job-1");
});

test("planning again keeps the whole plan on screen, not the head of the new one", async () => {
  const options = await planned();
  session.correct({ ...options, partial: true });
  await settle();
  planner.preview("job-2");
  await settle();
  expect(session.state().plan).toMatchObject({ job: "job-1", reading: false });
});

test("a correction keeps the old plan until the new one is there, then lets go of the old", async () => {
  const options = await planned();
  session.correct(withSheet(options, at, { headerRow: 3 }));
  await settle();
  expect(session.state()).toMatchObject({ busy: "plan", plan: { job: "job-1" } });
  planner.end("job-2");
  await settle();
  expect(session.state().plan?.job).toBe("job-2");
  expect(planner.dropped).toEqual(["job-1"]);
  expect(planner.asked[1]?.sheets[0]?.headerRow).toBe(3);
});

test("of corrections in haste only the last is shown", async () => {
  const options = await planned();
  session.correct(withSheet(options, at, { headerRow: 3 }));
  session.correct(withSheet(options, at, { headerRow: 4 }));
  await settle();
  planner.end("job-2");
  planner.end("job-3");
  await settle();
  expect(session.state().plan?.job).toBe("job-3");
  expect(session.state().options?.sheets[0]?.headerRow).toBe(4);
  expect(planner.dropped).toContain("job-2");
});

test("a planning under way goes when the next has begun: with the last one what was pasted goes", async () => {
  session.begin([at.file]);
  await settle();
  const options = session.state().options as api.ImportOptions;
  let open = () => {};
  planner.gate = new Promise((resolve) => {
    open = resolve;
  });
  session.correct({ ...options, partial: true });
  session.correct({ ...options, dayFirst: "yes" });
  await settle();
  expect(planner.dropped).toEqual([]);
  open();
  await settle();
  expect(planner.calls.slice(0, 3)).toEqual(["begun job-1", "begun job-2", "begun job-3"]);
  expect(planner.dropped.toSorted()).toEqual(["job-1", "job-2"]);
  planner.end("job-3");
  await settle();
  expect(session.state().plan?.job).toBe("job-3");
});

test("cancelling a planning leaves the plan and the answers of before", async () => {
  const options = await planned();
  session.correct({ ...options, partial: true });
  await settle();
  session.cancel();
  await settle();
  expect(session.state()).toMatchObject({ plan: { job: "job-1" }, options, past: [] });
  expect(session.state().busy).toBeUndefined();
});

test("cancelling the first planning leaves no files and no error", async () => {
  session.begin([at.file]);
  await settle();
  session.cancel();
  await settle();
  expect(session.state()).toEqual({ past: [], offers: [], error: undefined });
});

test("a planning that fails says why", async () => {
  session.begin([at.file]);
  await settle();
  planner.end("job-1", { code: "damaged", message: "The workbook is cut short." });
  await settle();
  expect(session.state().error?.message).toBe("The workbook is cut short.");
});

test("going back takes the answers before the last correction", async () => {
  const options = await planned();
  session.correct({ ...options, partial: true });
  await settle();
  planner.end("job-2");
  await settle();
  session.takeBack();
  await settle();
  planner.end("job-3");
  await settle();
  expect(session.state()).toMatchObject({ options, past: [], plan: { job: "job-3" } });
});

test("applying tells what was done, and the change it makes does not plan again", async () => {
  await planned();
  session.apply();
  await settle();
  planner.emit("changed", { seq: 7 });
  planner.end("job-2");
  await settle();
  expect(session.state().done?.created).toBe(2);
  expect(planner.asked).toHaveLength(1);
});

test("cancelling while applying waits for its end and keeps the plan", async () => {
  await planned();
  session.apply();
  await settle();
  session.cancel();
  await settle();
  expect(session.state()).toMatchObject({ plan: { job: "job-1" }, error: undefined });
  expect(session.state().done).toBeUndefined();
  expect(session.state().busy).toBeUndefined();
});

test("what comes while a plan is being applied does not stop it, and is told", async () => {
  await planned();
  expect(stays(session.state())).toBe("");
  session.apply();
  await settle();
  expect(stays(session.state())).toMatch(/still being written/);
  session.begin(["/in/b.csv"]);
  await settle();
  planner.end("job-2");
  await settle();
  expect(session.state().done?.created).toBe(2);
  expect(planner.asked).toHaveLength(1);
});

test("leaving forgets a plan that has nothing to do, and keeps one that has or that was corrected", async () => {
  const options = await planned();
  session.leave();
  expect(session.state()).toEqual({ past: [], offers: [] });

  const at = planner.jobs.length;
  session.begin([...options.paths]);
  await settle();
  planner.planned = { blocked: "2 rows cannot be taken: correct the rows." };
  planner.end(`job-${at + 1}`);
  await settle();
  session.leave();
  expect(session.state().plan?.blocked).not.toBe("");

  session.correct({ ...options, partial: true });
  await settle();
  planner.planned = {};
  planner.end(`job-${at + 2}`);
  await settle();
  session.leave();
  expect(session.state().plan?.job).toBe(`job-${at + 2}`);
});

test.each<[string, Partial<api.Plan>]>([
  ["which table a sheet is", { sheets: [sheet({ table: "", counts: counts({ skipped: 3 }) })] }],
  ["what a value stands for", { open: 1 }],
  ["which side of a conflict holds", { conflicts: { open: 1, kept: 0, taken: 0 } }],
])("leaving keeps a plan that asks %s", async (_, asking) => {
  planner.planned = asking;
  await planned();
  session.leave();
  expect(session.state().plan?.job).toBe("job-1");
});

test("leaving forgets a plan whose only sheet without a table is left out", async () => {
  const left = sheet({ ...at, table: "", counts: counts({ skipped: 3 }) });
  planner.planned = { sheets: [left] };
  const options = withSheet(recognise([at.file]), at, { skip: true });
  planner.offers.push({ id: "m", name: "Nothing", owner: "", options });
  await planned();
  session.leave();
  expect(session.state().plan).toBeUndefined();
});

test("a change of the catalogue from elsewhere plans again with the same answers", async () => {
  const options = await planned();
  planner.emit("changed", { seq: 8 });
  await settle();
  expect(planner.asked).toEqual([options, options]);
  planner.end("job-2");
  await settle();
  expect(session.state().plan?.job).toBe("job-2");
});

test("a saved mapping that fits the files answers from the start, and can be put aside", async () => {
  const options = { ...recognise(["/in/a.csv"]), unknown: "create" };
  planner.offers.push({ id: "m", name: "The March list", owner: "", options });
  session.begin(["/in/a.csv"]);
  await settle();
  planner.end("job-1");
  await settle();
  expect(planner.asked).toEqual([options]);
  expect(session.state().base?.name).toBe("The March list");

  session.use(plainly(["/in/a.csv"]));
  await settle();
  planner.end("job-2");
  await settle();
  expect(planner.asked[1]).toEqual(recognise(["/in/a.csv"]));
  session.takeBack();
  await settle();
  expect(planner.asked[2]).toEqual(options);
});

test("a mapping that was saved holds how the files are understood until something is corrected", async () => {
  const options = await planned();
  expect(keptAs(session.state())).toBe("");
  session.keep("The March list");
  expect(keptAs(session.state())).toBe("The March list");
  session.correct({ ...options, partial: true });
  await settle();
  expect(keptAs(session.state())).toBe("The March list");
  session.correct({ ...options, unknown: "create" });
  await settle();
  expect(keptAs(session.state())).toBe("");
});

test("files that come later join the answers given meanwhile", async () => {
  const options = await planned();
  session.correct({ ...options, partial: true });
  session.add(["/in/b.csv", at.file]);
  expect(session.state().options).toMatchObject({ partial: true, paths: [at.file, "/in/b.csv"] });
});
