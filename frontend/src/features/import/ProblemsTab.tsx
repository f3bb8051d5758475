import { Button, Text, ToggleButton } from "@fluentui/react-components";
import { useState } from "react";
import { type api, Import } from "../../api";
import { EmptyState, Icon, useCopy, useFail } from "../../ui";
import { count, fileName } from "../../ui/format";
import { PagedList } from "./PagedList";
import { codeLabel, problemGroups, problemsAsText, problemsTitle, suggestion } from "./problems";
import { ProblemNote } from "./RowDetail";
import { usePartial } from "./useSession";
import { wholeProblem } from "./whole";
import { place } from "./wording";

const perRead = 1000;

/** Every problem of a plan: where it is, what is wrong, what to do. */
export function ProblemsTab({ plan }: { plan: api.Plan }) {
  const groups = problemGroups(plan);
  const [chosen, setChosen] = useState("");
  const code = groups.some((g) => g.code === chosen) ? chosen : "";
  const [selected, setSelected] = useState({ code, index: 0 });
  if (plan.problems === 0)
    return (
      <EmptyState
        icon="check"
        title={plan.reading ? "No problems so far" : "No problems"}
        text={plan.reading ? undefined : "Every cell of the files could be taken."}
      />
    );
  return (
    <div className="import-problems">
      <div className="import-line">
        <fieldset className="import-groups">
          <legend className="visually-hidden">Kinds of problems</legend>
          <Group label="All" n={plan.problems} on={code === ""} onClick={() => setChosen("")} />
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
        <CopyAll plan={plan} code={code} />
      </div>
      <PagedList
        key={code}
        label={code ? codeLabel(code) : problemsTitle(plan.problems)}
        name={[plan.job, "problems", code]}
        fetch={(offset, limit) => problemsOf(plan.job, code, offset, limit)}
        rowHeight={56}
        row={(problem) => <ProblemRow problem={problem} />}
        selected={selected.code === code ? selected.index : 0}
        onSelect={(index) => setSelected({ code, index })}
        detail={(problem) => <ProblemDetail problem={problem} />}
        empty={<EmptyState icon="check" title="No problems of this kind" />}
      />
    </div>
  );
}

async function problemsOf(job: string, code: string, offset: number, limit: number) {
  const { total, problems } = await Import.Problems(job, code, offset, limit);
  return { total, items: (problems ?? []).map(wholeProblem) };
}

/** Reads every problem of a kind and writes them out as lines to paste into a sheet. */
export async function allProblemsAsText(
  job: string,
  code: string,
  partial: boolean,
): Promise<string> {
  const all: api.Problem[] = [];
  for (;;) {
    const { total, items } = await problemsOf(job, code, all.length, perRead);
    all.push(...items);
    if (items.length === 0 || all.length >= total) return problemsAsText(all, partial);
  }
}

function CopyAll({ plan, code }: { plan: api.Plan; code: string }) {
  const [copied, copy] = useCopy();
  const fail = useFail();
  const partial = usePartial();
  return (
    <Button
      className="import-copy"
      icon={<Icon name={copied ? "check" : "copy"} />}
      onClick={() => allProblemsAsText(plan.job, code, partial).then(copy, fail)}
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
  return (
    <div className="import-problem-row">
      <span className="import-problem-where">
        <span title={where}>{where}</span>
        {problem.value && <q className="import-value">{problem.value}</q>}
      </span>
      <span title={sentence} className="quiet">
        {sentence}
      </span>
    </div>
  );
}

function ProblemDetail({ problem }: { problem: api.Problem | undefined }) {
  if (!problem) return null;
  return (
    <>
      <div className="import-detail-head">
        <Text as="h2" weight="semibold" size={400}>
          {codeLabel(problem.code)}
        </Text>
        <Text className="quiet">
          {[fileName(problem.file), place(problem)]
            .filter((t, i, all) => !all[i + 1]?.startsWith(t))
            .join(" · ")}
        </Text>
      </div>
      <ProblemNote problem={problem} />
    </>
  );
}
