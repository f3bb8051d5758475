import { Button } from "@fluentui/react-components";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { type api, asApiError, type Table } from "../../api";
import { useModel } from "../../model";
import { counted, EmptyState, ErrorNotice, ProgressPanel } from "../../ui";
import "./duplicates.css";
import { GroupList } from "./GroupList";
import { type Decided, type Pair, pairOf, type Shown, undecided } from "./groups";
import { Merge } from "./Merge";
import { useFound } from "./useFound";

const from = "/a/$app/duplicates/$table";

/** The records of a table that are likely the same thing kept several times, and one made of two. */
export function DuplicatesPage() {
  const params = useParams({ from });
  const table = useModel().table(params.table);
  return <Found key={table.key} table={table} />;
}

function Found({ table }: { table: Table }) {
  const { data, error, job, again } = useFound(table.key);
  const { groups, decide } = useUndecided(data);
  const { a, b } = useSearch({ from });
  const navigate = useNavigate({ from });
  const chosen = a && b ? { a, b } : firstOf(groups);
  const total = (data?.total ?? 0) - ((data?.groups.length ?? 0) - groups.length);
  return (
    <div className="panes-page">
      <header className="panes-head">
        <h1 className="page-title">Duplicates of {table.plural}</h1>
        {data && (
          <span className="quiet">{counted(total, "likely group")}, the likeliest first</span>
        )}
      </header>
      {error && <Stopped error={error} again={again} />}
      {!data && job && <ProgressPanel job={job} />}
      {data && total === 0 && !chosen && <None table={table} />}
      {(total > 0 || chosen) && (
        <div className="panes">
          <GroupList
            {...{ groups, total, chosen }}
            onChoose={(search) => navigate({ search, replace: true })}
          />
          {chosen && (
            <Merge
              key={`${chosen.a} ${chosen.b}`}
              table={table}
              {...chosen}
              onDecided={(gone) => {
                decide(chosen, gone);
                navigate({ search: {}, replace: true });
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** What was found, without what has been decided since. */
function useUndecided(data: api.DuplicatesFound | undefined) {
  const [decided, setDecided] = useState<Decided & { of?: api.DuplicatesFound }>(nothing);
  const current = decided.of === data ? decided : nothing;
  const groups = useMemo(() => undecided(data?.groups ?? [], current), [data, current]);
  const decide = (pair: Pair, gone: string | undefined) =>
    setDecided({
      of: data,
      gone: gone ? [...current.gone, gone] : current.gone,
      apart: gone ? current.apart : [...current.apart, pair],
    });
  return { groups, decide };
}

const nothing: Decided & { of?: api.DuplicatesFound } = { gone: [], apart: [] };

function firstOf([group]: Shown[]): Pair | undefined {
  const pair = group?.pairs[0];
  return group && pair && pairOf(group, pair);
}

function Stopped({ error, again }: { error: unknown; again(): void }) {
  const wasStopped = asApiError(error).code === "cancelled";
  return (
    <>
      {wasStopped ? (
        <p className="quiet">Stopped before all were compared.</p>
      ) : (
        <ErrorNotice error={error} />
      )}
      <Button className="panes-again" onClick={again}>
        Compare again
      </Button>
    </>
  );
}

function None({ table }: { table: Table }) {
  return (
    <EmptyState
      icon="check"
      title="No likely duplicates"
      text={`Names, abbreviations, addresses and codes of active ${table.plural} were compared. To merge any two, select them in the list and choose Merge.`}
    />
  );
}
