import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from "@fluentui/react-components";
import { useRefusal } from "../commands";
import { useModel } from "../model";
import { Icon } from "../ui";
import { useOverlays } from "./overlay";
import { usePlace } from "./place";

/** Begins a record of any table that the current area leads to. */
export function CreateMenu() {
  const { area } = usePlace();
  const model = useModel();
  const { show } = useOverlays();
  const refusal = useRefusal();
  if (refusal)
    return (
      <Tooltip content={refusal} relationship="description">
        <Button
          appearance="subtle"
          aria-label="New record"
          icon={<Icon name="add" />}
          disabledFocusable
        />
      </Tooltip>
    );
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content="New record" relationship="label">
          <Button appearance="subtle" icon={<Icon name="add" />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {area.groups.map((group) => (
            <MenuGroup key={group.label}>
              <MenuGroupHeader>{group.label}</MenuGroupHeader>
              {group.tables.map((key) => (
                <MenuItem
                  key={key}
                  icon={<Icon name={model.table(key).icon} />}
                  onClick={() => show({ kind: "create", table: key })}
                >
                  {model.table(key).label}
                </MenuItem>
              ))}
            </MenuGroup>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
