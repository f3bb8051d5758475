import { Button, Checkbox, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { api, Table } from "../api";
import { count, counted, ErrorNotice, Modal } from "../ui";
import { type AskedPut, type Blocks, cutText } from "./useBlocks";

interface Props {
  table: Table;
  asked: AskedPut;
  blocks: Blocks;
}

/** What cannot be put into the list as it stands: the good cells are taken, others corrected, or all left. */
export function PutDialog({ table, asked, blocks }: Props) {
  const [put, setPut] = useState(asked.put);
  const [result, setResult] = useState(asked.result);
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const close = () => blocks.answer(undefined);

  async function ask(next: api.Put) {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await blocks.put(next);
      setPut(next);
      setResult(answer);
      if (!answer.done.seq) return;
      blocks.tell(answer, next.verb);
      close();
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  }

  const corrected = () => ({ ...put, corrections: correctionsOf(texts) });
  const typed = Object.keys(texts).length > 0;
  const correct = (key: string, text: string) => setTexts({ ...texts, [key]: text });
  const { cells, records, total, problems, beyond } = result;
  const which = counted(records, table.label, table.plural);
  return (
    <Modal
      alert
      className="put-dialog"
      title={titleOf(put, result)}
      onClose={() => !busy && close()}
      actions={
        <>
          <Button disabled={busy} onClick={close}>
            Leave all
          </Button>
          {typed && (
            <Button disabled={busy} onClick={() => ask(corrected())}>
              Check again
            </Button>
          )}
          <Button
            appearance="primary"
            disabled={busy || (cells === 0 && !typed)}
            onClick={() => ask({ ...corrected(), take: true })}
          >
            {total > 0 ? "Take the good cells" : "Take the cells"}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet" role="status">
          {cells > 0
            ? `${counted(cells, "cell")} in ${which} would change.`
            : "Nothing would change."}
          {asked.cut > 0 && ` ${cutText(asked.cut)}.`}
        </p>
        {beyond > 0 && (
          <Checkbox
            checked={put.create}
            disabled={busy}
            label={`Create ${counted(beyond, table.label, table.plural)} from the rows below the last one`}
            onChange={(_, { checked }) => ask({ ...corrected(), create: checked === true })}
          />
        )}
        {result.askDayFirst && (
          <DayFirst
            value={put.dayFirst}
            onChange={(dayFirst) => ask({ ...corrected(), dayFirst })}
          />
        )}
        {total > problems.length && <p>The first {count(problems.length)} are shown.</p>}
        {problems.length > 0 && (
          <ul className="put-problems" aria-label="Problems" tabIndex={scrollsByKeys(problems)}>
            {problems.map((problem) => (
              <Problem
                key={keyOf(problem) + problem.message}
                problem={problem}
                text={texts[keyOf(problem)] ?? problem.value}
                onText={(text) => correct(keyOf(problem), text)}
              />
            ))}
          </ul>
        )}
        {error !== undefined && <ErrorNotice error={error} />}
      </div>
    </Modal>
  );
}

interface ProblemProps {
  problem: api.PutProblem;
  text: string;
  onText(text: string): void;
}

function Problem({ problem, text, onText }: ProblemProps) {
  const { name, field, before, message, suggestions } = problem;
  const place = field ? `${name} · ${field}` : name;
  return (
    <li className="put-problem">
      <div className="stack-tight">
        <strong>{place}</strong>
        <p>{message}</p>
        {before && <p className="quiet">Now: {before}</p>}
      </div>
      <div className="stack-tight">
        {problem.settable ? (
          <Input
            aria-label={`New value of ${place}`}
            value={text}
            onChange={(_, { value }) => onText(value)}
          />
        ) : (
          <p className="quiet">{problem.value}</p>
        )}
        <div className="put-suggestions">
          {suggestions.map((suggestion) => (
            <Button key={suggestion} size="small" onClick={() => onText(suggestion)}>
              {suggestion}
            </Button>
          ))}
        </div>
      </div>
    </li>
  );
}

interface DayFirstProps {
  value: string;
  onChange(value: string): void;
}

function DayFirst({ value, onChange }: DayFirstProps) {
  return (
    <RadioGroup
      layout="horizontal"
      aria-label="How the dates are written"
      value={value}
      onChange={(_, data) => onChange(data.value)}
    >
      <Radio value="dmy" label="Day first (31.12.2026)" />
      <Radio value="mdy" label="Month first (12/31/2026)" />
    </RadioGroup>
  );
}

function titleOf({ rows }: api.Put, { total, beyond }: api.PutResult): string {
  if (total > 0) return `${counted(total, "problem")} in ${counted(rows, "row")}`;
  return `${counted(beyond, "row")} below the last one`;
}

/** A list without inputs takes the focus itself, so that keys can scroll it. */
function scrollsByKeys(problems: api.PutProblem[]): 0 | undefined {
  return problems.some(({ settable }) => settable) ? undefined : 0;
}

const keyOf = ({ row, column }: api.PutProblem) => `${row} ${column}`;

/** All corrections made so far. */
function correctionsOf(texts: Record<string, string>): api.Correction[] {
  return Object.entries(texts).map(([key, text]) => {
    const [row = 0, column = 0] = key.split(" ").map(Number);
    return { row, column, text };
  });
}
