import { Button } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { display } from "../../ui/display";
import { addDays, addMonths, inWords, monthOf, today, weekdayOf, weeksOf } from "./civil";

export const dayId = (id: string, date: string) => `${id}-${date}`;

interface CalendarProps {
  id: string;
  label: string;
  /** The day that the keys stand at. */
  at: string;
  picked: string;
  onMove: (date: string) => void;
  onPick: (date: string) => void;
}

/** One month, as a grid that an input beside it steers. */
export function Calendar(props: CalendarProps) {
  const { id, label, at, onMove, onPick } = props;
  const weeks = weeksOf(at, display().firstWeekday);
  return (
    <div>
      <div className="calendar-head">
        <span className="calendar-title" aria-live="polite">
          {inWords(at, { month: "long", year: "numeric" })}
        </span>
        <MonthButton
          label="Previous month"
          icon={<ChevronLeftRegular />}
          onClick={() => onMove(addMonths(at, -1))}
        />
        <MonthButton
          label="Next month"
          icon={<ChevronRightRegular />}
          onClick={() => onMove(addMonths(at, 1))}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a calendar is a grid of days */}
      <table id={id} role="grid" aria-label={label} className="calendar">
        <thead>
          <tr>
            {weeks[0]?.map((date) => (
              <th key={date} scope="col" abbr={inWords(date, { weekday: "long" })}>
                {inWords(date, { weekday: "short" }).slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <Day key={date} {...props} date={date} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row spread">
        <Button size="small" appearance="subtle" tabIndex={-1} onClick={() => onPick(today())}>
          Today
        </Button>
        <Button size="small" appearance="subtle" tabIndex={-1} onClick={() => onPick("")}>
          Clear
        </Button>
      </div>
    </div>
  );
}

function MonthButton(props: { label: string; icon: React.ReactElement; onClick: () => void }) {
  const { label, icon, onClick } = props;
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={icon}
      aria-label={label}
      tabIndex={-1}
      onClick={onClick}
    />
  );
}

function Day({ id, date, at, picked, onPick }: CalendarProps & { date: string }) {
  const looks = [
    monthOf(date) !== monthOf(at) && "other",
    date === today() && "today",
    date === picked && "picked",
    date === at && "at",
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input answers the keys
    <td
      id={dayId(id, date)}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a calendar is a grid of days
      role="gridcell"
      tabIndex={-1}
      className={looks.filter(Boolean).join(" ")}
      aria-selected={date === picked}
      aria-current={date === today() ? "date" : undefined}
      aria-label={inWords(date, { dateStyle: "full" })}
      onClick={() => onPick(date)}
    >
      {Number(date.slice(8))}
    </td>
  );
}

/** Where a key moves to from a day, or nothing where it does not move. */
export function moved(at: string, key: string, shift: boolean): string | undefined {
  const weekday = (weekdayOf(at) - display().firstWeekday + 7) % 7;
  const moves: Record<string, () => string> = {
    ArrowLeft: () => addDays(at, -1),
    ArrowRight: () => addDays(at, 1),
    ArrowUp: () => addDays(at, -7),
    ArrowDown: () => addDays(at, 7),
    Home: () => addDays(at, -weekday),
    End: () => addDays(at, 6 - weekday),
    PageUp: () => addMonths(at, shift ? -12 : -1),
    PageDown: () => addMonths(at, shift ? 12 : 1),
  };
  return moves[key]?.();
}
