import "./values.css";
import { Button, Checkbox, ToggleButton } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { type api, Import } from "../../api";
import { EmptyState } from "../../ui";
import { count, counted } from "../../ui/format";
import { type Use, withAnswer } from "./answers";
import { useNames } from "./names";
import { PagedList } from "./PagedList";
import { useGroups } from "./useGroups";
import { session } from "./useSession";
import { ValueAnswer } from "./ValueAnswer";
import { ValueRow } from "./ValueRow";
import { groupTitle } from "./wording";

interface Props {
  plan: api.Plan;
  options: api.ImportOptions;
  /** The values on screen. */
  chosen: Sight;
  onChoose(next: Sight): void;
}

export type Group = Pick<api.QuestionGroup, "table" | "field">;

/** A kind of values, all of it or what nobody has decided. */
export type Sight = Group & { open: boolean };

export const all: Sight = { table: "", field: "", open: false };

/** Every value that the catalogue does not know, once, with all its rows, and what becomes of it. */
export function ValuesTab({ plan, options, chosen, onChoose }: Props) {
  const groups = useGroups(plan.job);
  const { open } = chosen;
  const group = groups.find((g) => isGroup(g, chosen)) ?? all;
  const list = `${group.table}.${group.field}.${open}`;
  const [selected, setSelected] = useState({ list, index: 0 });
  const { open: undecided, total } = sizeOf(group, plan, groups);
  const shown = open ? undecided : total;
  const last = undecided === 0 ? shown : Math.max(0, shown - 1); // past the end stands that all is decided
  const index = Math.min(last, selected.list === list ? selected.index : 0);
  const done = <AllDecided elsewhere={plan.open} onShow={() => onChoose({ ...all, open: true })} />;
  const scroller = useRef<HTMLDivElement>(null);
  if (plan.questions === 0) return <NoValues reading={plan.reading} />;

  const answer = async (about: api.Question, given: Answer, next: api.Question | undefined) => {
    const expected = given && !open ? index + 1 : index;
    setSelected({ list, index: expected });
    scroller.current?.focus();
    await session.correct(withAnswer(options, about, given));
    const at = await placeOf(given ? next : about, expected, group, open);
    if (at !== undefined)
      setSelected((now) =>
        now.list === list && now.index === expected ? { list, index: at } : now,
      );
  };
  return (
    <div className="import-problems">
      {groups.length > 1 && (
        <Groups
          {...{ plan, groups, chosen: group, open }}
          onChoose={({ table, field }) => onChoose({ table, field, open })}
        />
      )}
      <div className="import-line">
        <Checkbox
          className="import-only"
          label="Only what is to decide"
          checked={open}
          onChange={(_, { checked }) => onChoose({ ...chosen, open: checked === true })}
        />
        <AllOfGroup groups={groups} chosen={group} options={options} />
      </div>
      <PagedList
        key={list}
        label="Values that the catalogue does not know"
        name={[plan.job, "values", group.table, group.field, open]}
        fetch={(offset, limit) => questionsOf(plan.job, group, open, offset, limit)}
        rowHeight={48}
        stays
        scroller={scroller}
        row={(q) => <ValueRow question={q} options={options} />}
        selected={index}
        onSelect={(next) => setSelected({ list, index: next })}
        detail={(q, next) =>
          q ? (
            <ValueAnswer
              key={`${q.table}/${q.field}/${q.value}`}
              question={q}
              options={options}
              onAnswer={(given) => void answer(q, given, next)}
            />
          ) : (
            index === shown && done
          )
        }
        empty={done}
      />
    </div>
  );
}

type Answer = { use: Use; to?: string } | undefined;

/**
 * Where a value stands in the list once the plan is made anew: lines that an answer brought
 * together, or apart, have moved it. Undefined where it is not near, or another plan is under way.
 */
async function placeOf(
  value: (Group & { value: string }) | undefined,
  near: number,
  of: Group,
  open: boolean,
) {
  const { plan, busy } = session.state();
  if (!value || !plan || busy) return undefined;
  const from = Math.max(0, near - 50);
  const { items } = await questionsOf(plan.job, of, open, from, 100);
  const at = items.findIndex((q) => isGroup(q, value) && q.value === value.value);
  return at < 0 ? undefined : from + at;
}

/** How many values a kind has, and how many of them are open. */
function sizeOf(group: Group, plan: api.Plan, groups: readonly api.QuestionGroup[]) {
  const of = groups.find((g) => isGroup(g, group));
  return of ? { open: of.open, total: of.count } : { open: plan.open, total: plan.questions };
}

function NoValues({ reading }: { reading: boolean }) {
  const text = reading
    ? undefined
    : "Every choice, name, number and date of the files was understood.";
  return (
    <EmptyState icon="check" title={reading ? "None so far" : "Nothing to decide"} text={text} />
  );
}

/** Of a kind nothing is left to decide; where there is of others, a way to them. */
function AllDecided({ elsewhere, onShow }: { elsewhere: number; onShow(): void }) {
  if (elsewhere === 0)
    return (
      <EmptyState
        icon="check"
        title="Every value is decided"
        text="Next, see under “Rows” what would change."
      />
    );
  const others = <Button onClick={onShow}>Decide {counted(elsewhere, "other value")}</Button>;
  return <EmptyState icon="check" title="Every value of this kind is decided" actions={others} />;
}

function isGroup(a: Group, b: Group): boolean {
  return a.table === b.table && a.field === b.field;
}

async function questionsOf(job: string, of: Group, open: boolean, offset: number, limit: number) {
  const found = await Import.Questions(job, of.table, of.field, open, offset, limit);
  return { total: found.total, items: found.questions ?? [] };
}

interface GroupsProps {
  plan: api.Plan;
  groups: api.QuestionGroup[];
  chosen: Group;
  open: boolean;
  onChoose(group: Group): void;
}

function Groups({ plan, groups, chosen, open, onChoose }: GroupsProps) {
  const names = useNames();
  const chip = (group: Group, label: string, n: number) => (
    <ToggleButton
      key={label}
      size="small"
      shape="circular"
      checked={isGroup(group, chosen)}
      onClick={() => onChoose(group)}
    >
      {label} {count(n)}
    </ToggleButton>
  );
  return (
    <fieldset className="import-groups">
      <legend className="visually-hidden">Which values</legend>
      {chip(all, "All", open ? plan.open : plan.questions)}
      {groups.map((g) => chip(g, groupTitle(names, g), open ? g.open : g.count))}
    </fieldset>
  );
}

interface AllProps {
  groups: api.QuestionGroup[];
  chosen: Group;
  options: api.ImportOptions;
}

/** One answer for all values of a group that nobody has decided. */
function AllOfGroup({ groups, chosen, options }: AllProps) {
  const group = groups.length === 1 ? groups[0] : groups.find((g) => isGroup(g, chosen));
  if (!group || group.open === 0) return null;
  const use: Use = group.field ? "blank" : "create";
  const verb = group.field ? "Leave" : "Create";
  const end = group.field ? " blank" : "";
  return (
    <Button
      className="import-copy"
      onClick={() => session.correct(withAnswer(options, { ...group, value: "" }, { use }))}
    >
      {`${verb} the ${counted(group.open, "undecided value")}${end}`}
    </Button>
  );
}
