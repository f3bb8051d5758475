// The only door to Go: typed calls, one kind of error, events. Nothing else imports wailsjs.

import * as catalogue from "../../wailsjs/go/api/Catalogue";
import * as cells from "../../wailsjs/go/api/Cells";
import * as duplicates from "../../wailsjs/go/api/Duplicates";
import * as exporting from "../../wailsjs/go/api/Export";
import * as history from "../../wailsjs/go/api/History";
import * as importing from "../../wailsjs/go/api/Import";
import * as insights from "../../wailsjs/go/api/Insight";
import * as jobs from "../../wailsjs/go/api/Jobs";
import * as model from "../../wailsjs/go/api/Model";
import * as preferences from "../../wailsjs/go/api/Preferences";
import * as records from "../../wailsjs/go/api/Records";
import * as sourceSystems from "../../wailsjs/go/api/SourceSystems";
import * as views from "../../wailsjs/go/api/Views";
import * as win from "../../wailsjs/go/api/Window";
import type { api, schema } from "../../wailsjs/go/models";
import { ClipboardGetText, EventsOn } from "../../wailsjs/runtime/runtime";

export type { api, exchange, insight, schema } from "../../wailsjs/go/models";

/** What every rejected call carries: a sentence for the person and what to copy for whoever helps. */
export class ApiError extends Error {
  readonly code: string;
  readonly field: string;
  /** Sentences by field key where several fields of one record are at fault. */
  readonly fields: Record<string, string>;
  readonly details: string;

  constructor(fault: api.Fault) {
    super(fault.message);
    this.name = "ApiError";
    this.code = fault.code;
    this.field = fault.field;
    this.fields = fault.fields ?? {};
    this.details = fault.details;
  }
}

/** Reads a rejection of a bound method; strangers become an internal fault with their own words. */
export function asApiError(reason: unknown): ApiError {
  if (reason instanceof ApiError) return reason;
  const text = reason instanceof Error ? reason.message : String(reason);
  try {
    const fault = JSON.parse(text) as api.Fault;
    if (typeof fault.message === "string" && typeof fault.code === "string")
      return new ApiError(fault);
  } catch {
    // not a fault of ours: told below
  }
  return new ApiError({ code: "internal", message: text, field: "", fields: {}, details: text });
}

type Methods = Record<string, (...args: never[]) => Promise<unknown>>;

function door<T extends object>(service: T): T {
  const out: Methods = {};
  for (const [name, call] of Object.entries(service as Methods)) {
    out[name] = (...args) =>
      call(...args).catch((reason: unknown) => {
        throw asApiError(reason);
      });
  }
  return out as T;
}

export const Catalogue = door(catalogue);
export const Model = door(model);
export const Records = door(records);
export const Cells = door(cells);
export const Views = door(views);
export const History = door(history);
export const Import = door(importing);
export const Duplicates = door(duplicates);
export const Export = door(exporting);
export const Insight = door(insights);
export const Jobs = door(jobs);
export const Preferences = door(preferences);
export const SourceSystems = door(sourceSystems);
export const Window = door(win);

/** The events that Go sends, by name, with what they carry. */
export interface Events {
  /** After every change set, with the one that it takes back, 0 for none. */
  changed: {
    seq: number;
    undoes: number;
    tables: string[];
    undo: api.Step | null;
    redo: api.Step | null;
  };
  /** Whenever long work has moved on. */
  job: api.Job;
  /** The catalogue stands differently: another holds it or does not, its file is gone, a backup failed. */
  standing: null;
  /** A backup was taken. */
  backups: null;
  /** Paths of files dropped on the window. */
  "files-dropped": string[];
  /** The person wants to close the window while something is unsaved. */
  "close-requested": null;
}

/** Listens to an event until the returned function is called. */
export function on<E extends keyof Events>(
  event: E,
  listener: (payload: Events[E]) => void,
): () => void {
  return EventsOn(event, listener);
}

/** The text on the clipboard, "" where there is none. */
export async function clipboardText(): Promise<string> {
  return (await ClipboardGetText()) ?? "";
}

export type Table = schema.Table;
export type Field = schema.Field;
export type Kind = (typeof kinds)[number];

/** Every kind of field; a kind that Go adds is added here, and what lacks it does not compile. */
export const kinds = [
  "text",
  "memo",
  "richtext",
  "url",
  "email",
  "phone",
  "choice",
  "lookup",
  "date",
  "datetime",
  "whole",
  "decimal",
  "user",
] as const;
