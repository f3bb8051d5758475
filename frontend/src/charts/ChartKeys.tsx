import { type KeyboardEvent, useRef, useState } from "react";
import type { insight } from "../api";
import { figure } from "./option";

/** Shows and hides which number of a chart is meant. */
export interface Marks {
  show(cell: insight.Cell): void;
  hide(cell: insight.Cell): void;
}

interface Props {
  drawing: insight.Drawing;
  label: string;
  marks: Marks;
  onOpen(cell: insight.Cell): void;
}

/** What a number is called: "Overdue, High: 4". */
export function cellText({ groups, series }: insight.Drawing, cell: insight.Cell): string {
  const parts = [groups[cell.group], series[cell.series]].flatMap((part) => part?.label || []);
  return `${parts.join(", ")}: ${figure(cell.value)}`;
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The numbers of a chart for the keyboard: one stop, arrows move along, Enter opens the records. */
export function ChartKeys({ drawing, label, marks, onOpen }: Props) {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const { cells } = drawing;
  const current = Math.min(at, cells.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const last = cells.length - 1;
    const step = steps[event.key];
    const target = { Home: 0, End: last }[event.key] ?? (step && current + step);
    if (target === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(last, target));
    setAt(next);
    list.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <ul ref={list} className="chart-keys" aria-label={label} onKeyDown={onKeyDown}>
      {cells.map((cell, i) => (
        <li key={`${cell.group} ${cell.series}`}>
          <button
            type="button"
            tabIndex={i === current ? 0 : -1}
            onFocus={() => marks.show(cell)}
            onBlur={() => marks.hide(cell)}
            onClick={() => onOpen(cell)}
          >
            {cellText(drawing, cell)}
          </button>
        </li>
      ))}
    </ul>
  );
}
