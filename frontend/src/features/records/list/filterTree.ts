// Filters as a tree, edited in place.
import type { schema } from "../../../api";
import { isEmpty, tidy } from "../../../model";

/** A condition as it stands in the panel, complete or not. */
export interface Draft {
  id: number;
  condition: schema.Condition;
  /** It has just been added: the focus goes there. */
  isNew?: boolean;
}

/** A group of conditions as it stands in the panel. */
export interface DraftGroup {
  id: number;
  any: boolean;
  /** It holds for the other records. */
  not: boolean;
  drafts: Draft[];
  groups: DraftGroup[];
}

let lastId = 0;
export const nextId = () => ++lastId;

export const emptyGroup = (): DraftGroup => draftOf({});

export function draftOf({ any, not, conditions, groups }: schema.Filter): DraftGroup {
  return {
    id: nextId(),
    any: any ?? false,
    not: not ?? false,
    drafts: (conditions ?? []).map((condition) => ({ id: nextId(), condition })),
    groups: (groups ?? []).map(draftOf),
  };
}

/** The filter that a draft stands for: what is not complete yet is left out, and groups of nothing. */
export function filterOf(
  { any, not, drafts, groups }: DraftGroup,
  isComplete: (condition: schema.Condition) => boolean,
): schema.Filter {
  const conditions = drafts.map(({ condition }) => condition).filter(isComplete);
  const inner = groups.map((group) => filterOf(group, isComplete)).filter((g) => !isEmpty(g));
  return tidy({ any, not, conditions, groups: inner });
}

/** The draft with one group changed. */
export function withGroup(
  root: DraftGroup,
  id: number,
  change: (group: DraftGroup) => DraftGroup,
): DraftGroup {
  if (root.id === id) return change(root);
  return { ...root, groups: root.groups.map((group) => withGroup(group, id, change)) };
}

/** The draft without the condition or group of an id. */
export function without(root: DraftGroup, id: number): DraftGroup {
  return {
    ...root,
    drafts: root.drafts.filter((draft) => draft.id !== id),
    groups: root.groups.filter((group) => group.id !== id).map((group) => without(group, id)),
  };
}

/** Which of its conditions a group asks for, as people say it. */
export function matchOf({ any, not }: { any?: boolean; not?: boolean }): Match {
  if (not) return any ? "None" : "Not all";
  return any ? "Any" : "All";
}

export const matches = ["All", "Any", "None", "Not all"] as const;
export type Match = (typeof matches)[number];

/** The reverse of matchOf. */
export function matching(match: Match): Pick<DraftGroup, "any" | "not"> {
  return {
    any: match === "Any" || match === "None",
    not: match === "None" || match === "Not all",
  };
}

/** How many conditions a draft has. */
export function countOf({ drafts, groups }: DraftGroup): number {
  return groups.reduce((sum, group) => sum + countOf(group), drafts.length);
}
