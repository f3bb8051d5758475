import { Button, Text, ToggleButton } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { api } from "../../api";
import { Cut, EmptyState, Icon, useCopy, useFail } from "../../ui";
import { count, counted, fileName } from "../../ui/format";
import { GiveBack } from "./GiveBack";
import { PagedList } from "./PagedList";
import { allProblems, problemsOf } from "./problemPages";
import { codeLabel, problemGroups, problemsAsText, suggestion } from "./problems";
import { RowChoice } from "./RowChoice";
import { ProblemNote } from "./RowDetail";
import { usePartial } from "./useSession";
import { place } from "./wording";

interface Props {
  plan: api.Plan;
  /** True for what is only told and holds nothing up. */
  remarks: boolean;
}

/** Every problem of a plan, or every remark: where it is, what is wrong, what to do. */
export function ProblemsTab({ plan, remarks }: Props) {
  const groups = problemGroups(plan, remarks);
  const total = remarks ? plan.remarks : plan.problems;
  const [chosen, setChosen] = useState("");
  const code = groups.some((g) => g.code === chosen) ? chosen : "";
  const [selected, setSelected] = useState({ code, index: 0 });
  const scroller = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list takes the focus of the one that an answer emptied
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus();
  }, [code]);
  if (total === 0) return <Nothing plan={plan} remarks={remarks} />;
  return (
    <div className="import-problems">
      <div className="import-line">
        <fieldset className="import-groups">
          <legend className="visually-hidden">Kinds of {remarks ? "notes" : "problems"}</legend>
          <Group label="All" n={total} on={code === ""} onClick={() => setChosen("")} />
          {groups.map((g) => (
            <Group
              key={g.code}
              label={g.label}
              n={g.count}
              on={code === g.code}
              onClick={() => setChosen(g.code)}
            />
          ))}
        </fieldset>
        <div className="import-actions">
          {!remarks && <GiveBack plan={plan} taken={false} />}
          <CopyAll plan={plan} code={code} remarks={remarks} />
        </div>
      </div>
      <PagedList
        key={code}
        label={code ? codeLabel(code) : counted(total, remarks ? "note" : "problem")}
        name={[plan.job, "problems", code, remarks]}
        fetch={(offset, limit) => problemsOf(plan.job, code, remarks, offset, limit)}
        rowHeight={56}
        stays
        scroller={scroller}
        row={(problem) => <ProblemRow problem={problem} />}
        selected={selected.code === code ? selected.index : 0}
        onSelect={(index) => setSelected({ code, index })}
        detail={(problem) => (
          <ProblemDetail plan={plan} problem={problem} onAnswer={() => scroller.current?.focus()} />
        )}
        empty={<EmptyState icon="check" title="None of this kind" />}
      />
    </div>
  );
}

function Nothing({ plan, remarks }: Props) {
  const what = remarks ? "notes" : "problems";
  const text = remarks
    ? "There is nothing more to know."
    : "Every cell of the columns that are placed can be taken.";
  return (
    <EmptyState
      icon="check"
      title={plan.reading ? `No ${what} so far` : `No ${what}`}
      text={plan.reading ? undefined : text}
    />
  );
}

function CopyAll({ plan, code, remarks }: Props & { code: string }) {
  const [copied, copy] = useCopy();
  const fail = useFail();
  const partial = usePartial();
  return (
    <Button
      className="import-copy"
      icon={<Icon name={copied ? "check" : "copy"} />}
      onClick={() =>
        allProblems(plan.job, code, remarks)
          .then((all) => copy(problemsAsText(all, partial)))
          .catch(fail)
      }
    >
      {copied ? "Copied" : "Copy all as text"}
    </Button>
  );
}

interface GroupProps {
  label: string;
  n: number;
  on: boolean;
  onClick(): void;
}

function Group({ label, n, on, onClick }: GroupProps) {
  return (
    <ToggleButton size="small" shape="circular" checked={on} onClick={onClick}>
      {label} {count(n)}
    </ToggleButton>
  );
}

function ProblemRow({ problem }: { problem: api.Problem }) {
  const where = place(problem);
  const sentence = [problem.message, suggestion(problem)].filter(Boolean).join(" ");
  const named = problem.name && !sentence.includes(`“${problem.name}”`);
  return (
    <div className="import-problem-row">
      <span className="import-problem-where">
        <Cut>{where}</Cut>
        {problem.value && <q className="import-value">{problem.value}</q>}
        {problem.conflict && <span className="import-decided">{decided(problem.conflict)}</span>}
      </span>
      <Cut className="quiet">
        {named && <span className="import-problem-name">{problem.name}</span>}
        {sentence}
      </Cut>
    </div>
  );
}

/** The file, and the place in it. */
function wherefrom(problem: api.Problem): string[] {
  const [file, at] = [fileName(problem.file), place(problem)];
  return at.startsWith(file) ? [at] : [file, at];
}

/** What was decided about a conflict. */
function decided({ choice }: api.Conflict): string {
  if (choice === "take") return "The file’s";
  return choice === "keep" ? "The catalogue’s" : "To decide";
}

interface DetailProps {
  plan: api.Plan;
  problem: api.Problem | undefined;
  onAnswer(): void;
}

function ProblemDetail({ plan, problem, onAnswer }: DetailProps) {
  if (!problem) return null;
  return (
    <>
      <div className="import-detail-head">
        <Text as="h2" weight="semibold" size={400}>
          {problem.name || codeLabel(problem.code)}
        </Text>
        <Text className="quiet">
          {[problem.name && codeLabel(problem.code), ...wherefrom(problem)]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </div>
      <ProblemNote problem={problem} />
      <RowChoice at={problem} plan={plan} alike={problem} onAnswer={onAnswer} />
    </>
  );
}
