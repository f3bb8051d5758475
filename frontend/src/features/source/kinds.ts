// The three ways in which a value waits, and the words for them.
import type { api } from "../../api";
import type { WaitingSearch } from "../../frame";
import type { Outcome } from "./place";

export type Kind = "proposed" | "uncertified" | "stale";

interface Words {
  key: Kind;
  title: string;
  none: string;
  why: string;
  /** What accepting is called here. */
  accept: string;
  /** What is said of what was accepted. */
  accepted: string;
}

export const kinds: readonly [Words, Words, Words] = [
  {
    key: "proposed",
    title: "To accept",
    none: "No value waits to be accepted",
    why: "When a source brings a value that its commit policy does not let in, the value waits here, beside what the catalogue holds.",
    accept: "Accept",
    accepted: "Accepted",
  },
  {
    key: "uncertified",
    title: "To certify",
    none: "Every value that came in is certified",
    why: "Values that a commit policy lets in at once are listed here until somebody certifies them.",
    accept: "Certify",
    accepted: "Certified",
  },
  {
    key: "stale",
    title: "Stale",
    none: "No value is stale",
    why: "A value is listed here when its source has not brought the record for longer than the commit policy says.",
    accept: "Confirm",
    accepted: "Confirmed",
  },
];

export function isKind(text: string): text is Kind {
  return kinds.some(({ key }) => key === text);
}

/** What became of a value of a kind, in a word. */
export function outcomeWord(kind: Kind, outcome: Outcome): string {
  return outcome === "declined" ? "Declined" : wordsOf(kind).accepted;
}

export function wordsOf(kind: Kind): Words {
  return kinds.find(({ key }) => key === kind) ?? kinds[0];
}

/** What an address says of the queue. */
export function filterOf({ kind, source, table, q }: WaitingSearch): api.QueueFilter {
  const shown = kind && isKind(kind) ? kind : "proposed";
  return { kind: shown, source: source ?? "", table: table ?? "", text: q ?? "" };
}

/** The address of a filter; what is not narrowed is not in it. */
export function narrowed({ kind, source, table, text }: api.QueueFilter): WaitingSearch {
  return {
    kind: kind === "proposed" ? undefined : kind,
    source: source || undefined,
    table: table || undefined,
    q: text || undefined,
  };
}
