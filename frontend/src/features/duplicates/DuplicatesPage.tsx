import { Spinner } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type api, Duplicates } from "../../api";
import { keys } from "../../frame";
import { useModel } from "../../model";
import { counted, EmptyState, ErrorNotice } from "../../ui";
import "./duplicates.css";
import { Merge } from "./Merge";
import { PairList } from "./PairList";

const from = "/a/$app/duplicates/$table";

/** So many pairs are shown at once: those that are merged make room for the next. */
const most = 500;

/** The records of a table that are likely the same thing kept twice, and one made of two. */
export function DuplicatesPage() {
  const params = useParams({ from });
  const table = useModel().table(params.table);
  const { a, b } = useSearch({ from });
  const navigate = useNavigate({ from });
  const { data, error } = useQuery({
    queryKey: [...keys.records, table.key, "duplicates"],
    queryFn: () => Duplicates.Find(table.key, 0, most),
  });
  const chosen = chosenOf(data?.pairs, a, b);
  const choose = (pair: api.Duplicate) =>
    navigate({ search: { a: pair.a.id, b: pair.b.id }, replace: true });
  return (
    <div className="panes-page">
      <header className="panes-head">
        <h1 className="page-title">Duplicates of {table.plural}</h1>
        {data && (
          <span className="quiet">{counted(data.total, "likely pair")}, the likeliest first</span>
        )}
      </header>
      {error && <ErrorNotice error={error} />}
      {!data && !error && <Spinner label={`Comparing ${table.plural}`} />}
      {data && data.total === 0 && !chosen && (
        <EmptyState
          icon="check"
          title="No likely duplicates"
          text={`Names, abbreviations, addresses and codes of active ${table.plural} were compared. To merge any two, select them in the list and choose Merge.`}
        />
      )}
      {data && (data.total > 0 || chosen) && (
        <div className="panes">
          <PairList pairs={data.pairs} total={data.total} chosen={chosen} onChoose={choose} />
          {chosen && (
            <Merge
              key={`${chosen.a} ${chosen.b}`}
              table={table}
              {...chosen}
              onDecided={() => navigate({ search: {}, replace: true })}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** The pair in the address, else the likeliest. */
function chosenOf(pairs: api.Duplicate[] = [], a?: string, b?: string) {
  if (a && b) return { a, b };
  const [first] = pairs;
  return first && { a: first.a.id, b: first.b.id };
}
