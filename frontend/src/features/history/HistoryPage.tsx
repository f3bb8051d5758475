import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { History } from "../../api";
import { keys } from "../../frame";
import { counted, EmptyState, ErrorNotice } from "../../ui";
import { ChangeSetDetail } from "./ChangeSetDetail";
import { ChangeSetList } from "./ChangeSetList";
import "./history.css";

const first = 1;

/** Everything that was ever done to the catalogue: what, by whom, when, from where; and how to take it back. */
export function HistoryPage() {
  const { set } = useSearch({ from: "/history" });
  const navigate = useNavigate({ from: "/history" });
  const { data, error } = useQuery({
    queryKey: [...keys.history, "newest"],
    queryFn: () => History.List(0, first),
  });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return null;
  const chosen = set ?? data.sets[0]?.seq;
  return (
    <div className="history">
      <header className="history-head">
        <h1 className="page-title">History</h1>
        <span className="quiet">{counted(data.total, "change")}, the newest first</span>
      </header>
      {chosen === undefined ? (
        <EmptyState
          icon="history"
          title="Nothing has happened yet"
          text="Every change to the catalogue is kept here, with what was there before, and can be taken back."
        />
      ) : (
        <div className="history-panes">
          <ChangeSetList
            total={data.total}
            chosen={chosen}
            onChoose={(seq) => navigate({ search: { set: seq }, replace: true })}
          />
          <ChangeSetDetail key={chosen} seq={chosen} />
        </div>
      )}
    </div>
  );
}
