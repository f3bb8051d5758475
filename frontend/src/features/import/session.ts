// One import from its files to its change set. It outlives the page, so that a look at a
// record, and coming back, loses nothing.
import { type ApiError, type api, asApiError, Import, Jobs, on } from "../../api";
import { jobEnd } from "../../ui/useJob";
import { changesNothing } from "./applyLabel";
import { recognise, sameOptions, sheetOptions } from "./options";
import { wholePlan } from "./whole";

export interface ImportState {
  /** What was asked for last; undefined before files were chosen. */
  options?: api.ImportOptions;
  /**
   * The plan shown: the answer to the latest options, or to earlier ones while planning again; while
   * files are read for the first time, what is known of it.
   */
  plan?: api.Plan;
  /** The planning whose first rows are known, before there was a plan. */
  previewed?: string;
  busy?: "plan" | "apply";
  /** Planning or applying as it began; how far it is, its id tells. */
  job?: api.Job;
  /** Why the last planning or applying came to nothing. */
  error?: ApiError;
  /** The saved mappings that fit the files, the last saved first. */
  offers: readonly api.MappingOffer[];
  /** What the files began with: recognition, or the answers of a mapping. */
  base?: Base;
  /** The mapping that was saved here last, and what it holds. */
  saved?: Base;
  /** The options before each correction, oldest first. */
  past: readonly api.ImportOptions[];
  /** What applying the plan did. */
  done?: api.Done;
}

/** Answers to begin with, and the name of the mapping that gave them. */
export interface Base {
  name: string;
  options: api.ImportOptions;
}

const nothing: ImportState = { past: [], offers: [] };

/** Plans, plans again with every answer, and applies. Of several plannings only the last counts. */
export class ImportSession {
  #state: ImportState = nothing;
  /** The answers that belong to the plan shown. */
  #settled: Pick<ImportState, "options" | "past"> = nothing;
  #turn = 0;
  /** How many plannings are being started, and the jobs that go when they have begun. */
  #starting = 0;
  #leaving: string[] = [];
  readonly #listeners = new Set<() => void>();

  constructor() {
    on("changed", () => this.#refresh());
  }

  readonly state = (): ImportState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins anew with these files; not while a plan is being applied. */
  async begin(paths: string[]): Promise<void> {
    if (this.#state.busy === "apply") return;
    this.close();
    const current = this.#take();
    this.#set({ options: recognise(paths), busy: "plan" });
    // Files that cannot be read say so when they are planned.
    const offers = (await Import.Offers(paths).catch(() => undefined)) ?? [];
    if (!current()) return;
    this.#set({ offers });
    const [first] = offers;
    return this.use(first ? { name: first.name, options: first.options } : plainly(paths));
  }

  /** Goes by the answers of a mapping, or by plain recognition, instead of those given so far. */
  use(base: Base): Promise<void> {
    const { options, plan, past } = this.#state;
    if (this.#state.busy === "apply") return Promise.resolve();
    this.#set({ base, past: options && plan ? [...past, options] : past });
    return this.#plan(base.options);
  }

  /** Plans again with other answers; the plan shown stays until the new one is there. */
  correct(options: api.ImportOptions): Promise<void> {
    const before = this.#state.options;
    if (this.#state.busy === "apply") return Promise.resolve();
    if (before && sameOptions(before, options)) return Promise.resolve();
    if (before) this.#set({ past: [...this.#state.past, before] });
    return this.#plan(options);
  }

  /** Takes more files in beside those that the answers given last are about. */
  add(paths: string[]): Promise<void> {
    const { options } = this.#state;
    if (!options) return this.begin(paths);
    return this.correct({ ...options, paths: [...new Set([...options.paths, ...paths])] });
  }

  /** Goes back to the answers before the last correction. */
  takeBack(): Promise<void> {
    const options = this.#state.past.at(-1);
    if (!options || this.#state.busy === "apply") return Promise.resolve();
    this.#set({ past: this.#state.past.slice(0, -1) });
    return this.#plan(options);
  }

  /** Stops what is under way. Nothing is written; an earlier plan stays. */
  cancel(): void {
    const { busy, job } = this.#state;
    if (busy === "apply") {
      if (job) Jobs.Cancel(job.id).catch(() => {}); // its end tells whether it was stopped in time
      return;
    }
    this.#turn++;
    this.#drop(job?.id);
    this.#fallBack();
  }

  /** Writes what the plan says as one change set. */
  async apply(): Promise<void> {
    const { plan, busy } = this.#state;
    if (!plan || busy) return;
    const current = this.#take();
    this.#set({ busy: "apply", error: undefined });
    try {
      const started = await Import.Apply(plan.job);
      this.#set({ job: started });
      const { made: done } = await jobEnd(started.id);
      if (current()) this.#set({ ...idle, done });
    } catch (reason) {
      if (current()) this.#set({ ...idle, error: unlessCancelled(reason) });
    }
  }

  /** Plans the same again: after the change was undone. */
  again(): Promise<void> {
    const { options } = this.#state;
    this.#set({ done: undefined });
    return options ? this.#plan(options) : Promise.resolve();
  }

  /** How the files are understood now was saved by name. */
  keep(name: string): void {
    const { options } = this.#state;
    if (options) this.#set({ saved: { name, options } });
  }

  /** Takes away what went wrong: it has been read. */
  overlook(): void {
    this.#set({ error: undefined });
  }

  /** The page is left: what was applied has been told, and of a plan that has nothing to do nothing is lost. */
  leave(): void {
    if (this.#state.done || spent(this.#state)) this.close();
  }

  /** Forgets files, plan and answers. */
  close(): void {
    const { job, plan } = this.#state;
    this.#turn++;
    this.#drop(job?.id);
    this.#drop(plan?.job);
    this.#state = nothing;
    this.#set({});
  }

  async #plan(options: api.ImportOptions): Promise<void> {
    const current = this.#take();
    const starting = this.#start(options);
    this.#drop(this.#state.job?.id);
    this.#set({ options, busy: "plan", job: undefined, error: undefined });
    try {
      const started = await starting;
      if (!current()) return this.#drop(started.id);
      this.#set({ job: started });
      let seen = 0;
      await jobEnd(started.id, ({ previews }) => {
        if (previews > seen) this.#preview(started.id, current);
        seen = previews;
      });
      const plan = await planOf(started.id);
      if (current()) this.#show(plan, options);
    } catch (reason) {
      if (current()) this.#fallBack(unlessCancelled(reason));
    }
  }

  async #start(options: api.ImportOptions): Promise<api.Job> {
    this.#starting++;
    try {
      return await Import.Start(options);
    } finally {
      if (--this.#starting === 0) this.#leaving.splice(0).forEach(drop);
    }
  }

  /** Lets go of a job: with the last one what was pasted goes, so not before the next has begun. */
  #drop(job: string | undefined): void {
    if (!job) return;
    if (this.#starting > 0) this.#leaving.push(job);
    else drop(job);
  }

  /** Shows what is known of a plan while it is made, unless an earlier plan is there to look at. */
  async #preview(job: string, current: () => boolean): Promise<void> {
    const wanted = () => current() && this.#state.busy === "plan";
    const shown = () => this.#state.plan;
    if (!wanted() || shown()?.reading === false) return;
    if (!shown()) this.#set({ previewed: job });
    const plan = await planOf(job).catch(() => undefined); // its end tells what went wrong
    if (!plan?.reading || !wanted() || plan.job !== this.#state.job?.id) return;
    if (shown()?.job !== job || plan.counts.read > (shown()?.counts.read ?? 0)) this.#set({ plan });
  }

  /** Begins the one work that counts; the answer tells whether it still does. */
  #take(): () => boolean {
    const turn = ++this.#turn;
    return () => turn === this.#turn;
  }

  #show(plan: api.Plan, options: api.ImportOptions): void {
    const before = this.#state.plan?.job;
    this.#settled = { options, past: this.#state.past };
    this.#set({ ...idle, plan, error: undefined });
    if (before !== plan.job) this.#drop(before);
  }

  /** Back to the plan that was there before, with its answers; without one, to no files at all. */
  #fallBack(error?: ApiError): void {
    const { plan } = this.#state;
    const { offers, base, saved } = this.#state;
    this.#state = plan && !plan.reading ? { ...this.#settled, offers, base, saved, plan } : nothing;
    this.#set({ error });
  }

  /** The catalogue has changed under the plan: what it says may no longer hold. */
  #refresh(): void {
    const { plan, options, done, busy } = this.#state;
    if (plan && options && !done && busy !== "apply") this.#plan(options);
  }

  #set(change: Partial<ImportState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Why this import cannot give way to another, "" when it can: what is being written is not stopped unasked. */
export function stays({ busy }: ImportState): string {
  return busy === "apply"
    ? "The catalogue is still being written. Try again when that has ended, or cancel it first."
    : "";
}

/** True for a plan as the files gave it that would change nothing and asks nothing. */
function spent({ plan, options, busy, past }: ImportState): boolean {
  if (!plan || !options || busy || past.length > 0) return false;
  const asks = plan.blocked !== "" || plan.open > 0 || plan.conflicts.open > 0;
  return changesNothing(plan) && !asks && plan.sheets.every((s) => isPlaced(s, options));
}

/** True for a sheet whose table is known, that is left out, or that has no rows. */
function isPlaced(sheet: api.PlanSheet, options: api.ImportOptions): boolean {
  return sheet.table !== "" || sheet.counts.read === 0 || sheetOptions(options, sheet).skip;
}

/** The saved mapping that holds how the files are understood now, "" where none does. */
export function keptAs({ saved, base, offers, options }: ImportState): string {
  if (!options) return "";
  const stored = base && offers.some(({ name }) => name === base.name) ? base : undefined;
  const now = { ...options, partial: false }; // no part of how files are understood
  const holds = (m?: Base) => m && sameOptions({ ...m.options, partial: false }, now);
  return [saved, stored].find(holds)?.name ?? "";
}

/** Nothing but recognition to begin with. */
export function plainly(paths: string[]): Base {
  return { name: "", options: recognise(paths) };
}

async function planOf(job: string): Promise<api.Plan> {
  return wholePlan({ ...(await Import.Plan(job)), job });
}

const idle = { busy: undefined, job: undefined };

/** Stops a planning and lets go of its plan; one that has gone already is nobody's loss. */
function drop(job: string): void {
  Jobs.Cancel(job).catch(() => {});
  Import.Discard(job).catch(() => {});
}

function unlessCancelled(reason: unknown): ApiError | undefined {
  const error = asApiError(reason);
  return error.code === "cancelled" ? undefined : error;
}
