import { Tab, TabList } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type api, History } from "../../api";
import { keys } from "../../frame";
import { counted, EmptyState, ErrorNotice } from "../../ui";
import { ChangeSetDetail } from "./ChangeSetDetail";
import { ChangeSetList } from "./ChangeSetList";
import "./history.css";

/** A part of the journal that is shown as a list. */
export interface Part {
  key: "sets" | "imports";
  fetch(offset: number, limit: number): Promise<api.ChangeSets>;
}

const all: Part = { key: "sets", fetch: History.List };
const onlyImports: Part = { key: "imports", fetch: History.Imports };

/** Everything that was ever done to the catalogue: what, by whom, when, from where; and how to take it back. */
export function HistoryPage() {
  const { set, imports } = useSearch({ from: "/history" });
  const navigate = useNavigate({ from: "/history" });
  const part = imports ? onlyImports : all;
  const { data, error } = useQuery({
    queryKey: [...keys.history, part.key, "first"],
    queryFn: () => part.fetch(0, 1),
  });
  if (error) return <ErrorNotice error={error} />;
  const chosen = set ?? data?.sets[0]?.seq;
  return (
    <div className="panes-page">
      <header className="panes-head">
        <h1 className="page-title">History</h1>
        <TabList
          size="small"
          selectedValue={part.key}
          onTabSelect={(_, { value }) =>
            navigate({ search: { imports: value === "imports" || undefined }, replace: true })
          }
        >
          <Tab value="sets">All changes</Tab>
          <Tab value="imports">Imports</Tab>
        </TabList>
        {data && <span className="quiet">{totalText(part, data.total)}</span>}
      </header>
      {data && chosen === undefined && <Nothing imports={imports} />}
      {data && chosen !== undefined && (
        <div className="panes">
          <ChangeSetList
            key={part.key}
            part={part}
            total={data.total}
            chosen={chosen}
            onChoose={(seq) => navigate({ search: { set: seq, imports }, replace: true })}
          />
          <ChangeSetDetail key={chosen} seq={chosen} />
        </div>
      )}
    </div>
  );
}

function totalText({ key }: Part, total: number): string {
  return `${counted(total, key === "imports" ? "import" : "change")}, the newest first`;
}

function Nothing({ imports }: { imports?: boolean }) {
  return imports ? (
    <EmptyState
      icon="import"
      title="Nothing has been imported yet"
      text="Every file that is brought in is listed here, with the rows that it touched, and can be taken back."
    />
  ) : (
    <EmptyState
      icon="history"
      title="Nothing has happened yet"
      text="Every change to the catalogue is kept here, with what was there before, and can be taken back."
    />
  );
}
