import { Button, Input } from "@fluentui/react-components";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type api, Cells } from "../api";
import { count, Icon, useFail } from "../ui";
import type { Place } from "./moves";

interface Props {
  /** All cells of the list. */
  range(): api.Range;
  /** Where the person is: the record's place in the list, and the column. */
  at: Place;
  onFound(record: number, column: number): void;
  onClose(): void;
}

/** Finds a text in the cells of all rows, also of those that are not in memory, and goes from one to the next. */
export function FindBar({ range, at, onFound, onClose }: Props) {
  const [text, setText] = useState("");
  const [match, setMatch] = useState<api.Match>();
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef("");
  const fail = useFail();
  useEffect(() => input.current?.focus(), []);
  // Keys may come faster than answers: each step waits for the last one, and goes on from where that led.
  const going = useRef<Promise<void>>(Promise.resolve());
  const led = useRef<Place>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the person has moved on
  useEffect(() => {
    led.current = undefined;
  }, [at.row, at.column]);

  async function find(words: string, from: Place, back: boolean) {
    latest.current = words;
    if (words === "") return setMatch(undefined);
    try {
      const found = await Cells.Find(range(), words, from, back);
      if (latest.current !== words) return;
      setMatch(found);
      if (found.total === 0) return;
      led.current = { row: found.row, column: found.column };
      onFound(found.row, found.column);
    } catch (error) {
      fail(error);
    }
  }

  function step(back: boolean) {
    going.current = going.current.then(() => find(text, led.current ?? at, back));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" || event.key === "F3") step(event.shiftKey);
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const none = match !== undefined && match.total === 0;
  return (
    <search className="grid-find" onKeyDown={onKeyDown}>
      <Input
        ref={input}
        size="small"
        aria-label="Find in this list"
        placeholder="Find in this list"
        value={text}
        onChange={(_, { value }) => {
          setText(value);
          // The cell that the person is in may hold it.
          void find(value, { ...at, column: at.column - 1 }, false);
        }}
      />
      <span role="status" className="quiet">
        {none && "Nowhere in this list"}
        {match && !none && `${count(match.number)} of ${count(match.total)}`}
      </span>
      <Button
        size="small"
        appearance="subtle"
        aria-label="Previous match"
        icon={<Icon name="previous" size={16} />}
        disabled={!match?.total}
        onClick={() => step(true)}
      />
      <Button
        size="small"
        appearance="subtle"
        aria-label="Next match"
        icon={<Icon name="next" size={16} />}
        disabled={!match?.total}
        onClick={() => step(false)}
      />
      <Button
        size="small"
        appearance="subtle"
        aria-label="Close"
        icon={<Icon name="dismiss" size={16} />}
        onClick={onClose}
      />
    </search>
  );
}
