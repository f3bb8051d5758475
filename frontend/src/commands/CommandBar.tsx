import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Overflow,
  OverflowItem,
  Toolbar,
  ToolbarButton,
  Tooltip,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { Fragment } from "react";
import { Icon } from "../ui/Icon";
import { keysText } from "./keys";
import { type Command, registry } from "./registry";
import { useRefusal } from "./useCommands";
import "./command-bar.css";

interface Props {
  /** The name of the bar for screen readers: "Commands for IT Systems". */
  label: string;
  commands: readonly Command[];
}

/** Commands as a bar; what is secondary or does not fit stands under "More". */
export function CommandBar({ label, commands }: Props) {
  const primary = commands.filter((c) => !c.secondary);
  return (
    <Overflow minimumVisible={1} padding={48}>
      <Toolbar aria-label={label} className="command-bar" size="small">
        {primary.map((command, i) => (
          <OverflowItem key={command.id} id={command.id} priority={primary.length - i}>
            <CommandButton command={command} />
          </OverflowItem>
        ))}
        <MoreMenu commands={commands} />
      </Toolbar>
    </Overflow>
  );
}

function CommandButton({ command, ...rest }: { command: Command }) {
  const { label, short, keys } = command;
  const refusal = useRefusal();
  const says = (command.writes && refusal) || (keys && `${label} (${keysText(keys)})`);
  const button = (
    <ToolbarButton
      {...rest}
      className="command"
      aria-label={short && label}
      icon={command.icon ? <Icon name={command.icon} /> : undefined}
      disabled={command.enabled === false}
      disabledFocusable={command.writes && refusal !== ""}
      onClick={() => registry.ready(command) && command.run()}
    >
      {short ?? label}
    </ToolbarButton>
  );
  if (!says) return button;
  return (
    <Tooltip content={says} relationship="description">
      {button}
    </Tooltip>
  );
}

function MoreMenu({ commands }: { commands: readonly Command[] }) {
  const { ref, isOverflowing } = useOverflowMenu<HTMLButtonElement>();
  if (!isOverflowing && !commands.some((c) => c.secondary)) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton ref={ref} icon={<MoreHorizontalRegular />} aria-label="More commands" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {commands.map((c) =>
            c.secondary ? <Entry key={c.id} command={c} /> : <Hidden key={c.id} command={c} />,
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** A command of the bar that does not fit into it now. */
function Hidden({ command }: { command: Command }) {
  return useIsOverflowItemVisible(command.id) ? null : <Entry command={command} />;
}

function Entry({ command }: { command: Command }) {
  return (
    <Fragment>
      {command.divided && <MenuDivider />}
      <MenuItem
        icon={command.icon ? <Icon name={command.icon} /> : undefined}
        secondaryContent={command.keys && keysText(command.keys)}
        disabled={!registry.ready(command)}
        onClick={() => command.run()}
      >
        {command.label}
      </MenuItem>
    </Fragment>
  );
}
