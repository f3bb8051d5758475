import { Button } from "@fluentui/react-components";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { type api, asApiError, type Table } from "../../api";
import { useModel } from "../../model";
import { counted, EmptyState, ErrorNotice, ProgressPanel } from "../../ui";
import "./duplicates.css";
import { GroupList } from "./GroupList";
import { type Decision, groupKey, idsOf, nextOf, undecided } from "./groups";
import { Merge } from "./Merge";
import { useAhead } from "./useCompared";
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
  const search = useSearch({ from });
  const navigate = useNavigate({ from });
  const chosen = search.ids ?? (groups[0] && idsOf(groups[0]));
  const next = chosen && nextOf(groups, chosen);
  useAhead(table, next);
  const total = (data?.total ?? 0) - ((data?.groups.length ?? 0) - groups.length);
  const show = (ids: string[] | undefined) => navigate({ search: { ids }, replace: true });
  return (
    <div className="panes-page">
      <header className="panes-head">
        <h1 className="page-title">Duplicates of {table.plural}</h1>
        {total > 0 && (
          <span className="quiet">{counted(total, "likely group")}, the likeliest first</span>
        )}
      </header>
      {error && <Stopped error={error} again={again} />}
      {!data && job && <ProgressPanel job={job} />}
      {data && total === 0 && !chosen && <None table={table} />}
      {(total > 0 || chosen) && (
        <div className="panes">
          <GroupList {...{ groups, total, chosen }} onChoose={show} />
          {chosen && (
            <Merge
              key={groupKey(chosen)}
              table={table}
              ids={chosen}
              onDecided={(seq, gone) => {
                decide({ ids: chosen, gone, seq });
                void show(next && idsOf(next));
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
  const [decisions, setDecisions] = useState<Decision[]>([]);
  return {
    groups: data ? undecided(data.groups, decisions, data.seq) : [],
    decide: (decision: Decision) => setDecisions((before) => [...before, decision]),
  };
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
      text={`Names, abbreviations, addresses and codes of active ${table.plural} were compared. To merge any others, select them in the list and choose Merge.`}
    />
  );
}
