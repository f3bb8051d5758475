import { Spinner, Tab, TabList } from "@fluentui/react-components";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { type api, SourceSystems } from "../../api";
import { keys } from "../../frame";
import { count, EmptyState, ErrorNotice } from "../../ui";
import { Decisions } from "./Decisions";
import { Filters } from "./Filters";
import { filterOf, isKind, type Kind, kinds, narrowed, wordsOf } from "./kinds";
import { Notes } from "./Notes";
import { stuckOf } from "./stuck";
import { useInPlace } from "./useInPlace";
import { useSend } from "./useSend";
import { WaitingTable } from "./WaitingTable";
import "./waiting.css";

const from = "/a/$app/waiting";

/** So many are shown at once; the rest one by one when they are asked for. */
const step = 200;

/** The values of source systems that wait for somebody: to be accepted, certified or looked after. */
export function WaitingPage() {
  const search = useSearch({ from });
  const navigate = useNavigate({ from });
  const filter = filterOf(search);
  const kind = isKind(filter.kind) ? filter.kind : "proposed";
  const [limit, setLimit] = useState(step);
  const send = useSend();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: [...keys.records, "waiting", filter, limit],
    queryFn: () => SourceSystems.Waiting(filter, 0, limit),
    placeholderData: keepPreviousData,
  });
  const narrow = (change: Partial<api.QueueFilter>) => {
    setPicked(new Set());
    setLimit(step);
    navigate({ search: narrowed({ ...filter, ...change }), replace: true });
  };
  const { entries, outcome, onDecided } = useInPlace(JSON.stringify(filter), data?.entries ?? []);
  const waiting = (data?.entries ?? []).map(({ id }) => id);
  const shown = new Set(waiting);
  const seen = { seq: data?.seq ?? 0, ids: waiting, onDecided, send };
  const ids = [...picked].filter((id) => shown.has(id));
  return (
    <div className="panes-page">
      <header className="panes-head">
        <h1 className="page-title">Waiting values</h1>
        <TabList
          size="small"
          aria-label="What waits"
          selectedValue={kind}
          onTabSelect={(_, { value }) => narrow({ kind: value as Kind })}
        >
          {kinds.map(({ key, title }) => (
            <Tab key={key} value={key}>
              {`${title} (${count(data?.counts[key] ?? 0)})`}
            </Tab>
          ))}
        </TabList>
      </header>
      {error && <ErrorNotice error={error} />}
      {data && <Notes notes={data.notes} />}
      {!data && !error && <Spinner label="Looking for values that wait" />}
      {data && (
        <section className="pane waiting" aria-label={titleOf(kind)}>
          <div className="waiting-bar">
            <Filters page={data} filter={filter} onChange={narrow} />
            <Decisions
              {...{ kind, filter, ids, seen }}
              total={data.total}
              coming={isPlaceholderData}
              stuck={stuckOf(data, ids)}
            />
          </div>
          {entries.length === 0 ? (
            <Nothing kind={kind} narrowed={(data.counts[kind] ?? 0) > 0} />
          ) : (
            <WaitingTable
              kind={kind}
              entries={entries}
              outcome={outcome}
              seen={seen}
              picked={new Set(ids)}
              onPick={setPicked}
              more={data.total - waiting.length}
              onMore={() => setLimit(limit + step)}
            />
          )}
        </section>
      )}
    </div>
  );
}

const titleOf = (kind: Kind) => wordsOf(kind).title;

function Nothing({ kind, narrowed }: { kind: Kind; narrowed: boolean }) {
  const { none, why } = wordsOf(kind);
  if (narrowed)
    return (
      <EmptyState icon="filter" title="Nothing fits the filter" text="Take a part of it away." />
    );
  return <EmptyState icon="check" title={none} text={why} />;
}
