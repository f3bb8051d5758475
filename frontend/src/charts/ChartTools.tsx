import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from "@fluentui/react-components";
import type { insight } from "../api";
import { Icon } from "../ui";
import { useSavePicture } from "./picture";

interface Props {
  drawing: insight.Drawing | undefined;
  kind: string;
  title: string;
  asTable: boolean;
  setAsTable(asTable: boolean): void;
}

/** Shows a chart as a table and back, and saves it as a picture. */
export function ChartTools({ drawing, kind, title, asTable, setAsTable }: Props) {
  const save = useSavePicture();
  const empty = !drawing || drawing.cells.length === 0;
  const saveAs = (format: "png" | "svg") => drawing && save({ drawing, kind, title }, format);
  return (
    <>
      <Tooltip content={`Show ${title} as a table`} relationship="label">
        <Button
          size="small"
          appearance={asTable ? "secondary" : "subtle"}
          aria-pressed={asTable}
          icon={<Icon name="table" size={16} />}
          onClick={() => setAsTable(!asTable)}
        />
      </Tooltip>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Tooltip content={`Save ${title} as a picture`} relationship="label">
            <Button
              size="small"
              appearance="subtle"
              disabled={empty}
              icon={<Icon name="picture" size={16} />}
            />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => saveAs("png")}>PNG, for documents and slides</MenuItem>
            <MenuItem onClick={() => saveAs("svg")}>SVG, sharp at any size</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
