import { mergeClasses, Text } from "@fluentui/react-components";
import { type MouseEvent, useMemo, useRef, useState } from "react";
import type { api } from "../../api";
import { useModel } from "../../model";
import { followDrag, scrollAtEdge } from "../../ui";
import { fieldChoices } from "./fieldChoices";
import { linksOf, useNames } from "./names";
import { columnName } from "./wording";

/** A column of the file that is being dragged, and the field that it is over. */
export interface Dragged {
  column: api.PlanColumn;
  /** A field's key, "" to leave the column out, undefined over nothing. */
  over: string | undefined;
  x: number;
  y: number;
}

/** Lets a person drag a column of the file onto the field that it fills. */
export function useColumnDrag(onDrop: (column: api.PlanColumn, field: string) => void) {
  const [dragged, setDragged] = useState<Dragged>();
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const grab = (start: MouseEvent, column: api.PlanColumn) => {
    if (start.button !== 0) return;
    start.preventDefault(); // it marks no text
    let over: string | undefined;
    followDrag(start, {
      move: ({ clientX: x, clientY: y }) => {
        const list = document.querySelector<HTMLElement>(".import-targets");
        over = fieldAt(list, x, y);
        if (list) scrollAtEdge(list, y);
        setDragged({ column, over, x, y });
      },
      end: (dropped) => {
        setDragged(undefined);
        if (dropped && over !== undefined) drop.current(column, over);
      },
    });
  };
  return { dragged, grab };
}

function fieldAt(list: HTMLElement | null, x: number, y: number): string | undefined {
  const target = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-target]");
  return target && list?.contains(target) ? target.dataset.target : undefined;
}

interface Props {
  sheet: api.PlanSheet;
  dragged: Dragged;
}

/** The fields that a dragged column may be let go on, over what they would push aside. */
export function FieldTargets({ sheet, dragged: { column, over } }: Props) {
  const model = useModel();
  const links = useMemo(() => linksOf(model, sheet.table), [model, sheet.table]);
  const table = useNames().table(sheet.table);
  const choices = useMemo(
    () => fieldChoices(table, sheet, column, false, "", links),
    [table, sheet, column, links],
  );
  return (
    <div className="import-targets" aria-hidden>
      {choices.map(({ field = "", label, note, current }) => (
        <div
          key={field}
          data-target={field}
          title={note}
          className={mergeClasses(
            "import-target",
            note.startsWith("filled") && "import-target-filled",
            current && "import-target-current",
            field === over && "import-target-over",
          )}
        >
          {label}
        </div>
      ))}
    </div>
  );
}

/** What is dragged, beside the pointer, and what would come of letting it go. */
export function Carried({ sheet, dragged: { column, over, x, y } }: Props) {
  const label = useNames().field(sheet.table, over ?? "")?.label;
  const filled = sheet.columns.find((c) => over && c.field === over && c !== column);
  const goes = over === "" ? "Leave it out" : over === "id" ? "Record id" : label;
  return (
    <div className="carried" style={{ left: x + 12, top: y + 12 }}>
      <strong className="ellipsis">{columnName(column)}</strong>
      <Text className="quiet">{goes ? `Goes into: ${goes}` : "Drop it on its field"}</Text>
      {filled && <Text className="quiet">instead of {columnName(filled)}</Text>}
    </div>
  );
}
